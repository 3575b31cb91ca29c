package io.beep.gateway.shared.contract;

import io.beep.gateway.shared.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The OpenAPI document as a page to read and to try: Swagger UI, from this origin alone. It styles
 * itself inline, so that its Content-Security-Policy allows styles what no other page is allowed.
 */
public final class ApiDocs {

  public static final String ADDRESS = "/api/docs";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Duration KEPT = Duration.ofHours(1);

  private record File(byte[] bytes, MediaType type) {}

  private final Map<String, File> files =
      Map.of(
          ADDRESS,
          ours("docs.html", MediaType.TEXT_HTML),
          ADDRESS + "/start.js",
          ours("docs.js", MediaType.parseMediaType("text/javascript")),
          ADDRESS + "/swagger-ui.css",
          theirs("swagger-ui.css", MediaType.parseMediaType("text/css")),
          ADDRESS + "/swagger-ui-bundle.js",
          theirs("swagger-ui-bundle.js", MediaType.parseMediaType("text/javascript")));

  /** Answers 404 for what there is not, 405 for what does not read. */
  public Mono<Void> serve(ServerWebExchange exchange) {
    HttpMethod method = exchange.getRequest().getMethod();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return Mono.error(
          Problems.methodNotAllowed(Set.of(HttpMethod.GET, HttpMethod.HEAD)).exception());
    }
    File file = files.get(exchange.getRequest().getURI().getPath());
    if (file == null) {
      return Mono.error(Problems.noSuchAddress().exception());
    }
    ServerHttpResponse response = exchange.getResponse();
    HttpHeaders headers = response.getHeaders();
    headers.set("Content-Security-Policy", POLICY);
    headers.setContentType(new MediaType(file.type(), StandardCharsets.UTF_8));
    headers.setCacheControl(CacheControl.maxAge(KEPT));
    headers.setContentLength(file.bytes().length);
    return method.equals(HttpMethod.HEAD)
        ? response.setComplete()
        : response.writeWith(Mono.just(response.bufferFactory().wrap(file.bytes())));
  }

  private static File ours(String name, MediaType type) {
    return new File(read("/io/beep/gateway/shared/contract/" + name), type);
  }

  private static File theirs(String name, MediaType type) {
    Properties about = new Properties();
    try {
      about.load(
          new java.io.ByteArrayInputStream(
              read("/META-INF/maven/org.webjars/swagger-ui/pom.properties")));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    String version = about.getProperty("version");
    return new File(read("/META-INF/resources/webjars/swagger-ui/" + version + "/" + name), type);
  }

  private static byte[] read(String resource) {
    try (InputStream in = ApiDocs.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

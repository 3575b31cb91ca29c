package io.beep.gateway.shared.web;

import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Serves the built web app: files by name, and the page itself for every other address that a
 * browser opens, since the app has its routes there. What stands under {@code /assets} bears a hash
 * in its name and may be kept for ever; all else is asked for again, by ETag.
 */
public final class WebApp {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** How a file may lie beside itself already compressed, the smaller form first. */
  private enum Packed {
    BR("br", ".br"),
    GZIP("gzip", ".gz");

    private final String encoding;
    private final String suffix;

    Packed(String encoding, String suffix) {
      this.encoding = encoding;
      this.suffix = suffix;
    }
  }

  /** What is sent, and what it is. */
  private record Content(
      byte[] bytes, MediaType type, @Nullable String encoding, String cache, String etag) {}

  private final Path directory;
  private final Bridge bridge;

  public WebApp(Path directory, Bridge bridge) {
    this.directory = directory.toAbsolutePath().normalize();
    this.bridge = bridge;
  }

  public Mono<Void> serve(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    HttpMethod method = request.getMethod();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return Mono.error(
          Problems.methodNotAllowed(Set.of(HttpMethod.GET, HttpMethod.HEAD)).exception());
    }
    // Whoever asks as one asks a proxy, and for the origin alone, leaves the path out.
    String given = request.getURI().getPath();
    String path = given == null || given.isEmpty() ? "/" : given;
    boolean page = "/".equals(path) || isPage(request);
    List<String> encodings = request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING);
    return bridge
        .block(() -> find(path, page, String.join(",", encodings)), LIMIT)
        .flatMap(content -> send(request, exchange.getResponse(), content));
  }

  private static boolean isPage(ServerHttpRequest request) {
    return request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT).stream()
        .anyMatch(accept -> accept.contains("text/html"));
  }

  private Content find(String path, boolean page, String encodings) {
    Path file = resolve(path);
    if (file == null && page && !path.startsWith("/assets/")) {
      file = resolve("/index.html");
    }
    if (file == null) {
      throw Problems.noSuchAddress().exception();
    }
    MediaType type =
        MediaTypeFactory.getMediaType(file.getFileName().toString())
            .orElse(MediaType.APPLICATION_OCTET_STREAM);
    if (file.toString().endsWith(".webmanifest")) {
      type = MediaType.parseMediaType("application/manifest+json");
    }
    boolean hashed = directory.relativize(file).startsWith("assets");
    try {
      for (Packed packed : Packed.values()) {
        Path smaller = file.resolveSibling(file.getFileName() + packed.suffix);
        if (encodings.contains(packed.encoding) && Files.isRegularFile(smaller)) {
          return content(Files.readAllBytes(smaller), type, packed.encoding, hashed);
        }
      }
      return content(Files.readAllBytes(file), type, null, hashed);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The file of this path inside the directory, null when there is none. */
  private @Nullable Path resolve(String path) {
    try {
      Path file = directory.resolve(path.substring(1)).normalize();
      return file.startsWith(directory) && Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException unnameable) {
      // NUL, and what the machine's locale has no bytes for: no file of ours is called so.
      return null;
    }
  }

  private static Content content(
      byte[] bytes, MediaType type, @Nullable String encoding, boolean hashed) {
    return new Content(bytes, type, encoding, hashed ? FOR_EVER : ASK_AGAIN, etag(bytes));
  }

  private static String etag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Mono<Void> send(
      ServerHttpRequest request, ServerHttpResponse response, Content content) {
    HttpHeaders headers = response.getHeaders();
    headers.setCacheControl(content.cache());
    headers.setETag(content.etag());
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (request.getHeaders().getIfNoneMatch().contains(content.etag())) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED);
      return response.setComplete();
    }
    MediaType type = content.type();
    headers.setContentType(
        type.getType().equals("text")
            ? new MediaType(type, java.nio.charset.StandardCharsets.UTF_8)
            : type);
    if (content.encoding() != null) {
      headers.set(HttpHeaders.CONTENT_ENCODING, content.encoding());
    }
    headers.setContentLength(content.bytes().length);
    return request.getMethod().equals(HttpMethod.HEAD)
        ? response.setComplete()
        : response.writeWith(Mono.just(response.bufferFactory().wrap(content.bytes())));
  }
}

package io.beep.gateway.shared.proxy;

import io.beep.gateway.shared.http.RequestIds;
import io.beep.gateway.shared.limit.ClientAddress;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Passes sign-in, tokens and discovery on to identity, and its answers back: bodies stream,
 * redirects are the browser's to follow, and where the request came from is said by us alone.
 */
public final class IdentityProxy {

  /** Hashing a password takes a while on a busy machine; a database may stand still for longer. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** What belongs to one connection and not to the message, besides what we set ourselves. */
  private static final Set<String> NOT_PASSED =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "forwarded",
          "x-real-ip",
          "x-request-id");

  private final WebClient client;
  private final String identityUrl;
  private final URI publicUrl;
  private final ClientAddress addresses;
  private final FreshRevocations revocations;

  /**
   * @param client follows no redirect
   * @param publicUrl the address at which browsers reach Beep, which identity must take for its own
   */
  public IdentityProxy(
      WebClient client,
      String identityUrl,
      URI publicUrl,
      ClientAddress addresses,
      FreshRevocations revocations) {
    this.client = client;
    this.identityUrl = identityUrl;
    this.publicUrl = publicUrl;
    this.addresses = addresses;
    this.revocations = revocations;
  }

  public Mono<Void> pass(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    HttpMethod method = request.getMethod();
    if (method.equals(HttpMethod.TRACE) || method.equals(HttpMethod.valueOf("CONNECT"))) {
      return Mono.error(
          Problems.methodNotAllowed(Set.of(HttpMethod.GET, HttpMethod.POST)).exception());
    }
    if (request.getHeaders().getContentLength() > Limits.PROXY_BODY.size()) {
      return Mono.error(Problems.tooLarge("This is more than any form of ours.").exception());
    }
    return client
        .method(method)
        .uri(target(request))
        .headers(
            headers -> {
              passHeaders(request, headers);
              headers.set(RequestIds.HEADER, RequestIds.of(exchange));
            })
        .body(BodyInserters.fromDataBuffers(limited(request.getBody())))
        .exchangeToMono(
            response ->
                revocations
                    .after(request.getURI().getRawPath(), response.statusCode().is2xxSuccessful())
                    .then(Mono.defer(() -> answer(response, exchange.getResponse()))))
        .timeout(LIMIT)
        .onErrorMap(IdentityProxy::refusal);
  }

  private URI target(ServerHttpRequest request) {
    String path = request.getURI().getRawPath();
    String query = request.getURI().getRawQuery();
    return URI.create(identityUrl + path + (query == null ? "" : "?" + query));
  }

  private void passHeaders(ServerHttpRequest request, HttpHeaders headers) {
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!NOT_PASSED.contains(lower) && !lower.startsWith("x-forwarded")) {
                headers.addAll(name, values);
              }
            });
    int port = publicUrl.getPort();
    boolean https = "https".equals(publicUrl.getScheme());
    headers.set("X-Forwarded-Host", publicUrl.getHost() + (port < 0 ? "" : ":" + port));
    headers.set("X-Forwarded-Proto", publicUrl.getScheme());
    headers.set("X-Forwarded-Port", Integer.toString(port < 0 ? https ? 443 : 80 : port));
    headers.set("X-Forwarded-For", addresses.of(request));
  }

  private static Flux<DataBuffer> limited(Flux<DataBuffer> body) {
    return Flux.defer(
        () -> {
          long[] left = {Limits.PROXY_BODY.size()};
          return body.handle(
              (buffer, sink) -> {
                left[0] -= buffer.readableByteCount();
                if (left[0] < 0) {
                  DataBufferUtils.release(buffer);
                  sink.error(new DataBufferLimitException("more than any form of ours"));
                } else {
                  sink.next(buffer);
                }
              });
        });
  }

  private static Mono<Void> answer(ClientResponse from, ServerHttpResponse to) {
    to.setStatusCode(from.statusCode());
    from.headers()
        .asHttpHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                to.getHeaders().put(name, values);
              }
            });
    return to.writeWith(from.bodyToFlux(DataBuffer.class));
  }

  private static Throwable refusal(Throwable failure) {
    if (failure instanceof DataBufferLimitException
        || failure.getCause() instanceof DataBufferLimitException) {
      return Problems.tooLarge("This is more than any form of ours.").exception();
    }
    return failure instanceof WebClientException
            || failure instanceof java.util.concurrent.TimeoutException
        ? Problems.unavailable("identity").exception()
        : failure;
  }
}

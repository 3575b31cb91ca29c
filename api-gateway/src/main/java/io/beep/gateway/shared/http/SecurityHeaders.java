package io.beep.gateway.shared.http;

import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The headers that tell a browser to trust nothing that is not ours, on every answer. An answer of
 * identity brings its own Content-Security-Policy, which then stands instead.
 */
public final class SecurityHeaders implements WebFilter, Ordered {

  static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

  private static final Map<String, String> HEADERS =
      Map.of(
          CONTENT_SECURITY_POLICY,
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
              + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
              + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Permissions-Policy",
          "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(),"
              + " usb=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private final boolean https;

  /**
   * @param https whether browsers reach Beep by https
   */
  public SecurityHeaders(boolean https) {
    this.https = https;
  }

  /** For an answer that no filter sees. */
  void forEach(BiConsumer<String, String> set) {
    HEADERS.forEach(set);
    if (https) {
      set.accept(STRICT_TRANSPORT, TWO_YEARS);
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              HttpHeaders headers = exchange.getResponse().getHeaders();
              HEADERS.forEach(
                  (name, value) -> {
                    if (!headers.containsHeader(name)) {
                      headers.set(name, value);
                    }
                  });
              if (https) {
                headers.set(STRICT_TRANSPORT, TWO_YEARS);
              }
              return Mono.empty();
            });
    return chain.filter(exchange);
  }
}

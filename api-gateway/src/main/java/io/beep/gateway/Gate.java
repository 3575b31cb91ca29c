package io.beep.gateway;

import io.beep.gateway.shared.contract.ApiDocs;
import io.beep.gateway.shared.contract.ProblemPages;
import io.beep.gateway.shared.http.ApiDispatcher;
import io.beep.gateway.shared.http.RequestFacts;
import io.beep.gateway.shared.proxy.IdentityProxy;
import io.beep.gateway.shared.web.WebApp;
import java.util.List;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** Who answers which address. */
final class Gate implements WebHandler {

  /** An address is identity's when it is one of these or lies below it. */
  private static final List<String> IDENTITY =
      List.of("/oauth2", "/login", "/logout", "/userinfo", "/connect", "/.well-known", "/identity");

  private final ApiDispatcher api;
  private final IdentityProxy identity;
  private final WebApp webApp;
  private final ApiDocs docs;
  private final ProblemPages problems;

  Gate(
      ApiDispatcher api,
      IdentityProxy identity,
      WebApp webApp,
      ApiDocs docs,
      ProblemPages problems) {
    this.api = api;
    this.identity = identity;
    this.webApp = webApp;
    this.docs = docs;
    this.problems = problems;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    return Mono.defer(
        () -> {
          String path = exchange.getRequest().getURI().getRawPath();
          if (isBelow(ApiDocs.ADDRESS, path)) {
            RequestFacts.setRoute(exchange, ApiDocs.ADDRESS);
            return docs.serve(exchange);
          }
          if (isBelow("/api", path)) {
            RequestFacts.setRoute(exchange, "/api");
            return api.dispatch(exchange);
          }
          if (isBelow(ProblemPages.ADDRESS, path)) {
            RequestFacts.setRoute(exchange, ProblemPages.ADDRESS);
            return problems.serve(exchange);
          }
          return IDENTITY.stream()
              .filter(prefix -> isBelow(prefix, path))
              .findAny()
              .map(prefix -> identity(prefix, exchange))
              .orElseGet(() -> webApp(exchange));
        });
  }

  private Mono<Void> identity(String prefix, ServerWebExchange exchange) {
    RequestFacts.setRoute(exchange, prefix);
    return identity.pass(exchange);
  }

  private Mono<Void> webApp(ServerWebExchange exchange) {
    RequestFacts.setRoute(exchange, "/");
    return webApp.serve(exchange);
  }

  private static boolean isBelow(String prefix, String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }
}

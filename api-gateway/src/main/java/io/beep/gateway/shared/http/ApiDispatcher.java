package io.beep.gateway.shared.http;

import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.json.JsonBodies;
import io.beep.gateway.shared.limit.ClientAddress;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.limit.RateLimiter;
import io.beep.gateway.shared.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Finds the endpoint of a request under {@code /api}, and does what all endpoints need done. */
public final class ApiDispatcher {

  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

  private record Route(PathPattern pattern, Endpoint endpoint, Operation operation) {}

  /** What there is to say where an operation declares no body. */
  private record Nothing() {}

  private final List<Route> routes;
  private final JsonBodies bodies;
  private final Json json;
  private final RateLimiter limiter;
  private final ClientAddress addresses;

  public ApiDispatcher(
      List<Endpoint> endpoints,
      JsonBodies bodies,
      Json json,
      RateLimiter limiter,
      ClientAddress addresses) {
    routes =
        endpoints.stream()
            .map(
                endpoint ->
                    new Route(
                        PathPatternParser.defaultInstance.parse(endpoint.operation().path()),
                        endpoint,
                        endpoint.operation()))
            // What is spelled out goes before what takes any id.
            .sorted(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();
    this.bodies = bodies;
    this.json = json;
    this.limiter = limiter;
    this.addresses = addresses;
  }

  /** Answers the request; refusals come as errors. */
  public Mono<Void> dispatch(ServerWebExchange exchange) {
    return Mono.defer(
        () -> {
          PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
          Route route = route(exchange.getRequest().getMethod(), path);
          RequestFacts.setRoute(exchange, route.operation().path());
          requireAcceptable(exchange.getRequest().getHeaders(), route.operation());
          PathPattern.PathMatchInfo match = route.pattern().matchAndExtract(path);
          Map<String, String> variables = match == null ? Map.of() : match.getUriVariables();
          return ReactiveSecurityContextHolder.getContext()
              .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
              .ofType(JwtAuthenticationToken.class)
              .map(JwtAuthenticationToken::getToken)
              .map(Optional::of)
              .defaultIfEmpty(Optional.empty())
              .flatMap(token -> handle(exchange, route, variables, token.orElse(null)));
        });
  }

  private Mono<Void> handle(
      ServerWebExchange exchange, Route route, Map<String, String> variables, @Nullable Jwt token) {
    Operation operation = route.operation();
    if (token != null) {
      RequestFacts.setUser(exchange, token.getSubject());
    }
    if (!operation.open() && token == null) {
      return Mono.error(Problems.unauthorized(false).exception());
    }
    limit(exchange, operation, token);
    Map<String, String> query =
        StrictQuery.parse(exchange.getRequest().getURI().getRawQuery(), operation);
    return read(exchange, operation)
        .flatMap(
            body ->
                route
                    .endpoint()
                    .handle(new ApiRequest(exchange, token, variables, query, body.orElse(null))))
        .flatMap(given -> write(exchange, given));
  }

  /**
   * The body that the operation declares. Where it declares none, what is sent nevertheless was
   * meant to do something and is refused like an unknown field; with what only reads it is ignored.
   */
  private Mono<Optional<JsonBodies.Read>> read(ServerWebExchange exchange, Operation operation) {
    Class<? extends Record> type = operation.body();
    if (type != null) {
      Mono<byte[]> bytes = operation.bodyMayBeMissing() ? perhapsJson(exchange) : json(exchange);
      return bytes.map(json -> Optional.of(bodies.read(json, type)));
    }
    if (operation.takesPicture() || operation.method().equals(HttpMethod.GET)) {
      return Mono.just(Optional.empty());
    }
    return perhapsJson(exchange)
        .map(
            json -> {
              var _ = bodies.read(json, Nothing.class);
              return Optional.empty();
            });
  }

  private void limit(ServerWebExchange exchange, Operation operation, @Nullable Jwt token) {
    String who =
        operation.limit().key() == Limits.Key.ADDRESS || token == null
            ? addresses.of(exchange.getRequest())
            : ApiRequest.userOf(token).value().toString();
    RateLimiter.Verdict verdict = limiter.ask(operation.limit(), who);
    if (!verdict.allowed()) {
      throw Problems.limited(verdict.headers()).exception();
    }
    verdict.headers().forEach(exchange.getResponse().getHeaders()::set);
  }

  private Route route(HttpMethod method, PathContainer path) {
    Set<HttpMethod> allowed = new HashSet<>();
    for (Route route : routes) {
      if (route.pattern().matches(path)) {
        if (route.operation().takes(method)) {
          return route;
        }
        allowed.addAll(route.operation().methods());
      }
    }
    throw (allowed.isEmpty() ? Problems.noSuchAddress() : Problems.methodNotAllowed(allowed))
        .exception();
  }

  private static void requireAcceptable(HttpHeaders headers, Operation operation) {
    boolean acceptable;
    try {
      List<MediaType> accepted = headers.getAccept();
      acceptable =
          accepted.isEmpty()
              || accepted.stream()
                  .anyMatch(
                      type -> type.getQualityValue() > 0 && type.includes(operation.produces()));
    } catch (InvalidMediaTypeException malformed) {
      acceptable = false;
    }
    if (!acceptable) {
      throw Problems.notAcceptable(operation.produces().toString()).exception();
    }
  }

  private static Mono<byte[]> json(ServerWebExchange exchange) {
    requireJson(exchange.getRequest().getHeaders());
    return bytes(exchange);
  }

  /** Of which none at all is as good as an empty object. */
  private static Mono<byte[]> perhapsJson(ServerWebExchange exchange) {
    return bytes(exchange)
        .map(
            bytes -> {
              if (bytes.length == 0) {
                return EMPTY_OBJECT;
              }
              requireJson(exchange.getRequest().getHeaders());
              return bytes;
            });
  }

  private static Mono<byte[]> bytes(ServerWebExchange exchange) {
    int most = Limits.JSON_BODY.size();
    if (exchange.getRequest().getHeaders().getContentLength() > most) {
      return Mono.error(tooLarge(most));
    }
    return DataBufferUtils.join(exchange.getRequest().getBody(), most)
        .onErrorMap(
            org.springframework.core.io.buffer.DataBufferLimitException.class, _ -> tooLarge(most))
        .map(ApiDispatcher::bytes)
        .defaultIfEmpty(new byte[0]);
  }

  private static Throwable tooLarge(int most) {
    return Problems.tooLarge("A body has at most " + most + " bytes.").exception();
  }

  private static void requireJson(HttpHeaders headers) {
    MediaType type;
    try {
      type = headers.getContentType();
    } catch (InvalidMediaTypeException | InvalidMimeTypeException malformed) {
      throw Problems.unsupportedMediaType().exception();
    }
    List<String> codings = headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING);
    if (type == null
        || codings.stream().anyMatch(coding -> !coding.equalsIgnoreCase("identity"))
        || !type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
        || (type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset()))) {
      throw Problems.unsupportedMediaType().exception();
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private Mono<Void> write(ServerWebExchange exchange, Answer answer) {
    return switch (answer) {
      case Answer.Written written -> written.writer().apply(exchange);
      case Answer.Body body -> write(exchange.getResponse(), body);
    };
  }

  private Mono<Void> write(ServerHttpResponse response, Answer.Body body) {
    response.setStatusCode(HttpStatusCode.valueOf(body.status()));
    body.headers().forEach(response.getHeaders()::set);
    response.getHeaders().setCacheControl("no-store");
    Object value = body.value();
    if (value == null) {
      return response.setComplete();
    }
    byte[] bytes = value instanceof byte[] ready ? ready : json.write(value);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    response.getHeaders().setContentLength(bytes.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
  }
}

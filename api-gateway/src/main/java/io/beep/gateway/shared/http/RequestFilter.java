package io.beep.gateway.shared.http;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.gateway.shared.Instruments;
import io.beep.gateway.shared.limit.ClientAddress;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request its id, and writes the access log: one line per request, its fields as
 * key-values, never with a query, a token or a body.
 */
public final class RequestFilter implements WebFilter, Ordered {

  private static final Logger ACCESS = LoggerFactory.getLogger("io.beep.access");

  /** An id from a proxy in front is kept when it is one that can stand in a log line. */
  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final IdGenerator ids;
  private final ClientAddress addresses;
  private final RequestMeters meters;
  private final RequestTraces traces;

  public RequestFilter(IdGenerator ids, ClientAddress addresses, Instruments instruments) {
    this.ids = ids;
    this.addresses = addresses;
    this.meters = new RequestMeters(instruments.meters());
    this.traces = new RequestTraces(instruments.tracer());
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String given = exchange.getRequest().getHeaders().getFirst(RequestIds.HEADER);
    String id = given != null && SANE_ID.matcher(given).matches() ? given : ids.next().toString();
    RequestIds.set(exchange, id);
    exchange.getResponse().getHeaders().set(RequestIds.HEADER, id);
    long begin = System.nanoTime();
    traces.begin(exchange);
    return chain.filter(exchange).doFinally(_ -> answered(exchange, System.nanoTime() - begin));
  }

  private void answered(ServerWebExchange exchange, long nanos) {
    meters.answered(exchange, nanos);
    traces.end(exchange);
    log(exchange, Duration.ofNanos(nanos));
  }

  private void log(ServerWebExchange exchange, Duration took) {
    if (!ACCESS.isInfoEnabled()) {
      return;
    }
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    @Nullable String agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
    long length = exchange.getResponse().getHeaders().getContentLength();
    ACCESS
        .atInfo()
        .addKeyValue("requestId", RequestIds.of(exchange))
        .addKeyValue("userId", RequestFacts.user(exchange))
        .addKeyValue("traceId", RequestTraces.traceId(exchange))
        .addKeyValue("client", addresses.of(exchange.getRequest()))
        .addKeyValue("method", exchange.getRequest().getMethod().name())
        .addKeyValue("path", exchange.getRequest().getURI().getRawPath())
        .addKeyValue("route", RequestFacts.route(exchange))
        .addKeyValue("status", status == null ? 0 : status.value())
        .addKeyValue("millis", took.toMillis())
        .addKeyValue("bytes", length < 0 ? null : length)
        .addKeyValue("agent", agent == null ? "" : agent)
        .log("request");
  }
}

package io.beep.gateway.shared.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/** Times requests by route, method and status; a stream of the feed until it is open. */
final class RequestMeters {

  private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());

  private static final String UNUSUAL = "other";

  /** For a client that went away before it was answered. */
  private static final int GONE = 499;

  private record Key(String method, String route, int status) {}

  private final MeterRegistry registry;

  /** A registry finds its timers by their tags anew each time, which costs more than the timing. */
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void answered(ServerWebExchange exchange, long nanos) {
    HttpMethod method = exchange.getRequest().getMethod();
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    Key key =
        new Key(
            METHODS.contains(method) ? method.name() : UNUSUAL,
            RequestFacts.route(exchange),
            status == null ? GONE : status.value());
    timers.computeIfAbsent(key, this::timer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Key key) {
    return Timer.builder("beep.http.request.duration")
        .description("From the head of a request until its answer is written")
        .tag("method", key.method())
        .tag("route", key.route())
        .tag("status", Integer.toString(key.status()))
        .register(registry);
  }
}

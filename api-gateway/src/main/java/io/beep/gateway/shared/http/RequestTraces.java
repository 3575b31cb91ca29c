package io.beep.gateway.shared.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * The trace of a request: joins the one that the browser began ({@code traceparent}), and has what
 * the request causes join it. Where no traces are collected a request without that header costs one
 * look for it, and one with it passes it on.
 */
final class RequestTraces {

  private static final String HEADER = "traceparent";
  private static final String ATTRIBUTE = RequestTraces.class.getName();

  /** Nothing but the parent is taken: whatever else a client writes would be carried everywhere. */
  private static final TextMapGetter<HttpHeaders> PARENT_ONLY =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpHeaders carrier) {
          return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable HttpHeaders carrier, String key) {
          return carrier != null && key.equals(HEADER) ? carrier.getFirst(HEADER) : null;
        }
      };

  private final Tracer tracer;

  RequestTraces(Tracer tracer) {
    this.tracer = tracer;
  }

  void begin(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    boolean joins = headers.containsHeader(HEADER);
    if (!joins && !tracer.isEnabled()) {
      return;
    }
    Context parent =
        joins
            ? W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, PARENT_ONLY)
            : Context.root();
    HttpMethod method = exchange.getRequest().getMethod();
    Span span =
        tracer
            .spanBuilder(method.name())
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", method.name())
            .setAttribute("beep.request.id", RequestIds.of(exchange))
            .startSpan();
    exchange.getAttributes().put(ATTRIBUTE, span);
  }

  void end(ServerWebExchange exchange) {
    Span span = span(exchange);
    if (span == null || !span.isRecording()) {
      return;
    }
    String route = RequestFacts.route(exchange);
    span.updateName(exchange.getRequest().getMethod().name() + " " + route);
    span.setAttribute("http.route", route);
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    if (status != null) {
      span.setAttribute("http.response.status_code", status.value());
      if (status.is5xxServerError()) {
        span.setStatus(StatusCode.ERROR);
      }
    }
    span.end();
  }

  /** The id of its trace, null when it is in none. */
  static @Nullable String traceId(ServerWebExchange exchange) {
    Span span = span(exchange);
    return span != null && span.getSpanContext().isValid()
        ? span.getSpanContext().getTraceId()
        : null;
  }

  /** Has a message that the request sends join its trace, if that is one that is kept. */
  static void passOn(ServerWebExchange exchange, Map<String, Object> metaData) {
    Span span = span(exchange);
    SpanContext context = span == null ? SpanContext.getInvalid() : span.getSpanContext();
    if (span != null && context.isValid() && context.isSampled()) {
      W3CTraceContextPropagator.getInstance()
          .inject(Context.root().with(span), metaData, RequestTraces::put);
    }
  }

  private static void put(@Nullable Map<String, Object> metaData, String key, String value) {
    if (metaData != null) {
      metaData.put(key, value);
    }
  }

  private static @Nullable Span span(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE);
  }
}

package io.beep.gateway.feed;

import io.beep.coreapi.shared.MessageKeys;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** The last part of a trace: from the stream until every outbox has it. */
final class FeedTraces {

  private static final Runnable NOTHING = () -> {};

  private static final TextMapGetter<MetaData> BORNE =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(MetaData carrier) {
          return List.of(MessageKeys.TRACE_PARENT);
        }

        @Override
        public @Nullable String get(@Nullable MetaData carrier, String key) {
          return carrier != null
                  && key.equals(MessageKeys.TRACE_PARENT)
                  && carrier.get(key) instanceof String text
              ? text
              : null;
        }
      };

  private final Tracer tracer;

  FeedTraces(Tracer tracer) {
    this.tracer = tracer;
  }

  /**
   * @return what to do when they have been given out
   */
  Runnable begin(List<TrackedEventMessage<?>> events) {
    if (!tracer.isEnabled()) {
      return NOTHING;
    }
    List<Span> spans = new ArrayList<>();
    for (TrackedEventMessage<?> event : events) {
      if (event.getMetaData().containsKey(MessageKeys.TRACE_PARENT)) {
        spans.add(begin(event));
      }
    }
    return spans.isEmpty() ? NOTHING : () -> spans.forEach(Span::end);
  }

  private Span begin(TrackedEventMessage<?> event) {
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), event.getMetaData(), BORNE);
    return tracer
        .spanBuilder("feed " + event.getPayloadType().getSimpleName())
        .setParent(parent)
        .setSpanKind(SpanKind.CONSUMER)
        .setAttribute("beep.position", EventStream.positionOf(event.trackingToken()))
        .startSpan();
  }
}

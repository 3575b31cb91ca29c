package io.beep.app.axon;

import io.beep.coreapi.shared.MessageKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryMessage;

/**
 * What watches over the handling of messages. It is measured always, and traced only where traces
 * are collected: elsewhere nothing of it is in the way of a message.
 */
public record Instruments(MeterRegistry meters, Tracer tracer) {

  /** In the order in which a command bus takes them, before all others. */
  public List<MessageHandlerInterceptor<? super CommandMessage<?>>> ofCommands() {
    return Stream.<MessageHandlerInterceptor<? super CommandMessage<?>>>concat(
            tracing("command", SpanKind.INTERNAL).stream(),
            Stream.of(new CommandMeters(meters), passingOn()))
        .toList();
  }

  /** In the order in which a query bus takes them, before all others. */
  public List<MessageHandlerInterceptor<? super QueryMessage<?, ?>>> ofQueries() {
    return Stream.<MessageHandlerInterceptor<? super QueryMessage<?, ?>>>concat(
            tracing("query", SpanKind.INTERNAL).stream(), Stream.of(new QueryMeters(meters)))
        .toList();
  }

  /**
   * @param processor its name
   */
  Optional<MessageHandlerInterceptor<? super EventMessage<?>>> ofEvents(String processor) {
    return tracing(processor, SpanKind.CONSUMER).map(tracing -> tracing);
  }

  private Optional<MessageTracing> tracing(String where, SpanKind kind) {
    return tracer.isEnabled()
        ? Optional.of(new MessageTracing(tracer, where, kind))
        : Optional.empty();
  }

  /**
   * Lets the events of a command bear who sent it, with which request, and what it undoes. Axon
   * gives its providers of correlation only to buses that it has made itself.
   */
  private static MessageHandlerInterceptor<CommandMessage<?>> passingOn() {
    return new CorrelationDataInterceptor<>(List.of(correlation()));
  }

  /** What the events of a command bear of it, where it bears that. */
  public static CorrelationDataProvider correlation() {
    return new SimpleCorrelationDataProvider(
        MessageKeys.ACTOR, MessageKeys.REQUEST_ID, MessageKeys.UNDOES, MessageKeys.TRACE_PARENT);
  }
}

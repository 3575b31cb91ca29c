package io.beep.app.axon;

import io.beep.coreapi.shared.MessageKeys;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Makes the handling of a message a part of the trace that it bears. The events of a command bear
 * the trace on from the command, so that whatever handles them joins it. A message without a trace
 * is handled as if this were not there.
 */
final class MessageTracing implements MessageHandlerInterceptor<Message<?>> {

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
  private final String where;
  private final SpanKind kind;

  /**
   * @param where it is handled: {@code command}, {@code query}, or the name of a processor
   */
  MessageTracing(Tracer tracer, String where, SpanKind kind) {
    this.tracer = tracer;
    this.where = where;
    this.kind = kind;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain) throws Exception {
    return handleTyped(unitOfWork, chain);
  }

  private <T extends Message<?>> @Nullable Object handleTyped(
      UnitOfWork<T> unitOfWork, InterceptorChain chain) throws Exception {
    Message<?> message = unitOfWork.getMessage();
    if (!message.getMetaData().containsKey(MessageKeys.TRACE_PARENT)) {
      return chain.proceed();
    }
    Context parent =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), message.getMetaData(), BORNE);
    Span span =
        tracer
            .spanBuilder(where + " " + message.getPayloadType().getSimpleName())
            .setParent(parent)
            .setSpanKind(kind)
            .startSpan();
    if (!span.isRecording()) {
      return chain.proceed();
    }
    if (message instanceof CommandMessage<?>) {
      unitOfWork.transformMessage(told -> told.andMetaData(bearing(span)));
    }
    return traced(span, unitOfWork, chain);
  }

  /** A command and an event end with their commit, a query with its answer. */
  private static @Nullable Object traced(
      Span span, UnitOfWork<?> unitOfWork, InterceptorChain chain) throws Exception {
    Object answer;
    try {
      answer = chain.proceed();
    } catch (Exception e) {
      end(span, e);
      throw e;
    }
    if (answer instanceof CompletableFuture<?> later) {
      return later.whenComplete((_, failure) -> end(span, failure));
    }
    unitOfWork.onCleanup(ended -> end(span, failure(ended.getExecutionResult())));
    return answer;
  }

  private static @Nullable Throwable failure(@Nullable ExecutionResult result) {
    return result != null && result.isExceptionResult() ? result.getExceptionResult() : null;
  }

  private static void end(Span span, @Nullable Throwable failure) {
    span.setAttribute("beep.outcome", Refusals.outcome(failure));
    if (failure != null && Refusals.isFault(failure)) {
      span.setStatus(StatusCode.ERROR);
      span.recordException(failure);
    }
    span.end();
  }

  private static Map<String, Object> bearing(Span span) {
    Map<String, Object> borne = new HashMap<>();
    W3CTraceContextPropagator.getInstance()
        .inject(
            Context.root().with(span),
            borne,
            (carrier, key, value) -> {
              if (carrier != null) {
                carrier.put(key, value);
              }
            });
    return borne;
  }
}

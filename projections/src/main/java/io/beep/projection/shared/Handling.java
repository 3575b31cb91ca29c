package io.beep.projection.shared;

import io.beep.coreapi.shared.ProcessesEvents;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/**
 * The handlers of one processing group, which write to one place.
 *
 * @param failures takes what they throw, in place of breaking their batch
 */
public record Handling(
    String group, List<ProcessesEvents> handlers, ListenerInvocationErrorHandler failures) {

  public Handling {
    handlers = List.copyOf(handlers);
  }

  /** Hands an event to every handler that wants it. */
  public EventHandlerInvoker invoker() {
    return SimpleEventHandlerInvoker.builder()
        .eventHandlers(handlers)
        .sequencingPolicy(new ByServer())
        .listenerInvocationErrorHandler(failures)
        .build();
  }

  /**
   * Handles events in the transaction that is open.
   *
   * @param events in order, each of which has its place in the stream
   */
  public void handle(List<TrackedEventMessage<?>> events) {
    handle(invoker(), events);
  }

  /** The same for one who does it often. */
  public static void handle(EventHandlerInvoker invoker, List<TrackedEventMessage<?>> events) {
    BatchingUnitOfWork<TrackedEventMessage<?>> unitOfWork = new BatchingUnitOfWork<>(events);
    ResultMessage<?> result =
        unitOfWork.executeWithResult(
            () -> {
              invoker.handle(unitOfWork.getMessage(), Segment.ROOT_SEGMENT);
              return null;
            },
            RollbackConfigurationType.ANY_THROWABLE);
    if (result.isExceptional()) {
      throw result.exceptionResult() instanceof RuntimeException known
          ? known
          : new IllegalStateException(result.exceptionResult());
    }
  }
}

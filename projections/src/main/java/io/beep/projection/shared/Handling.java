package io.beep.projection.shared;

import io.beep.coreapi.shared.ProcessesEvents;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;

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
}

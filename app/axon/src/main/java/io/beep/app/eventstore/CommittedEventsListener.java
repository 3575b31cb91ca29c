package io.beep.app.eventstore;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Is told of every event once it is durable, in order, before the command that caused it is
 * answered. Runs on the writer's thread: it must not block.
 */
@FunctionalInterface
public interface CommittedEventsListener {
  void onCommitted(List<? extends TrackedEventMessage<?>> events);
}

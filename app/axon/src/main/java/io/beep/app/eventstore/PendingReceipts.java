package io.beep.app.eventstore;

import org.jspecify.annotations.Nullable;

/** Tells which receipt, if any, the command that runs on this thread wants kept with its events. */
@FunctionalInterface
public interface PendingReceipts {

  /** With any position; null when the command has no key. */
  @Nullable Receipt current();
}

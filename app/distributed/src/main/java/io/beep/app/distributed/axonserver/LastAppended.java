package io.beep.app.distributed.axonserver;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the command on this thread appended; each command runs on a thread of its own.
 *
 * @param eventIdentifier of its last event
 * @param position where that stands, once the stream has told
 */
record LastAppended(String eventIdentifier, CompletableFuture<Long> position) {

  private static final ThreadLocal<@Nullable LastAppended> ON_THREAD = new ThreadLocal<>();

  static void remember(LastAppended appended) {
    ON_THREAD.set(appended);
  }

  static @Nullable LastAppended take() {
    LastAppended appended = ON_THREAD.get();
    ON_THREAD.remove();
    return appended;
  }
}

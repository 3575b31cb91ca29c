package io.beep.app.eventstore;

import org.jspecify.annotations.Nullable;

/** What the command on this thread appended last; commands run on a thread of their own each. */
public final class LastAppend {

  private static final ThreadLocal<@Nullable Long> POSITION = new ThreadLocal<>();

  private LastAppend() {}

  static void remember(long position) {
    POSITION.set(position);
  }

  /** The position of the last event appended since the last call, or null for none. */
  public static @Nullable Long take() {
    Long position = POSITION.get();
    POSITION.remove();
    return position;
  }
}

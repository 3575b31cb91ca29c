package io.beep.loadtest;

import org.jspecify.annotations.Nullable;

/** Hears the frames of a stream. */
@FunctionalInterface
interface SseListener {

  /**
   * @param id that this frame has of its own; null when it has none
   * @param event its type, {@code message} when it says none
   * @param data its bytes, only until this returns
   * @param length how many of {@code data} count
   */
  void onFrame(@Nullable String id, String event, byte[] data, int length);
}

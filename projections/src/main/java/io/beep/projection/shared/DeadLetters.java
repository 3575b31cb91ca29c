package io.beep.projection.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the events wait that a group cannot handle, and those behind them. */
public interface DeadLetters {

  /** What the events that wait are about. Asked once in each batch, in its transaction. */
  Set<Subject> waiting();

  /**
   * Keeps the event, in the transaction of the batch.
   *
   * @param position its place in the stream
   * @param cause why it cannot be handled; null when it only waits behind another
   * @throws IllegalStateException when so many wait that it is no longer the events that are at
   *     fault; the group then stands still
   */
  void add(Subject subject, long position, @Nullable Exception cause);
}

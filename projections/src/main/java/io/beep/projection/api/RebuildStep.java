package io.beep.projection.api;

/** How far a rebuild is. */
public sealed interface RebuildStep {

  /**
   * Events are handled.
   *
   * @param position of the last one that all segments have; -1 at the beginning
   * @param of the position that the one which serves has now
   * @param resumed whether it goes on where an earlier one was interrupted
   */
  record Handling(String projection, long position, long of, boolean resumed)
      implements RebuildStep {}

  /** All but the newest events are in; indexes and statistics are made. */
  record Completing(String projection) implements RebuildStep {}

  /**
   * The new one serves.
   *
   * @param position of the last event in it
   * @param heldMillis for so long nothing new was shown
   */
  record Swapped(String projection, long position, long heldMillis) implements RebuildStep {}
}

package io.beep.projection.rebuild;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Work for one segment: a transaction.
 *
 * @param events of this segment, in order; maybe none
 * @param upTo after them the segment has all of its own up to this position
 */
record Chunk(List<TrackedEventMessage<?>> events, long upTo) {

  /** Nothing follows. */
  static final Chunk END = new Chunk(List.of(), Long.MIN_VALUE);
}

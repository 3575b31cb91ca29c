package io.beep.coreapi.shared;

import java.util.List;

/**
 * A stretch of an ordered list.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record Page<T>(List<T> items, boolean hasBefore, boolean hasAfter, long position) {

  public Page {
    items = List.copyOf(items);
  }
}

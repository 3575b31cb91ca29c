package io.beep.coreapi.message;

import java.util.List;

/**
 * A stretch of a channel's history, newest last.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record MessagePage(
    List<MessageView> items, boolean hasBefore, boolean hasAfter, long position) {

  public MessagePage {
    items = List.copyOf(items);
  }
}

package io.beep.coreapi.server;

import java.util.List;

/**
 * Servers in the order that was asked for.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record ServerPage(List<ServerView> items, long position) {

  public ServerPage {
    items = List.copyOf(items);
  }
}

package io.beep.coreapi.server;

import java.util.List;

/**
 * A stretch of those who are banned from a server.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record BanPage(List<BanView> items, boolean hasAfter, long position) {

  public BanPage {
    items = List.copyOf(items);
  }
}

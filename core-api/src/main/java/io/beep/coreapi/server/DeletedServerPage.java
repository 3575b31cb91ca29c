package io.beep.coreapi.server;

import java.util.List;

/**
 * Deleted servers.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record DeletedServerPage(List<DeletedServerView> items, long position) {

  public DeletedServerPage {
    items = List.copyOf(items);
  }
}

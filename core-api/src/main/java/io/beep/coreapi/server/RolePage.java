package io.beep.coreapi.server;

import java.util.List;

/**
 * Every role of a server, the highest first.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record RolePage(List<RoleView> items, long position) {

  public RolePage {
    items = List.copyOf(items);
  }
}

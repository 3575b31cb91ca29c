package io.beep.coreapi.server;

import java.util.List;

/**
 * A stretch of a server's members.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record MemberPage(List<MemberView> items, boolean hasAfter, long position) {

  public MemberPage {
    items = List.copyOf(items);
  }
}

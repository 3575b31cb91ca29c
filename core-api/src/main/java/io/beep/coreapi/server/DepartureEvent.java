package io.beep.coreapi.server;

import io.beep.coreapi.shared.UserId;

/** Whatever ends that someone is in a server, as long as there is the server. */
public sealed interface DepartureEvent extends ServerEvent
    permits MemberLeft, MemberKicked, MemberBanned {

  /** Who is not in the server any more. */
  UserId userId();

  /** Whether they were in it before. */
  default boolean wasMember() {
    return true;
  }
}

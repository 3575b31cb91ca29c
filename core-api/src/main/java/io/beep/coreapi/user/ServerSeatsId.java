package io.beep.coreapi.user;

import io.beep.coreapi.shared.UserId;

/** Names the count of the servers that somebody is in; each user has one. */
public record ServerSeatsId(UserId userId) {

  private static final String PREFIX = "server-seats:";

  @Override
  public String toString() {
    return PREFIX + userId.value();
  }
}

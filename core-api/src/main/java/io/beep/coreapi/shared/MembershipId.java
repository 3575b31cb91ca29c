package io.beep.coreapi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names what one user is in one server. Made of both ids, so that a user has one membership, ever.
 */
public record MembershipId(ServerId serverId, UserId userId) {

  public static final String PREFIX = "membership:";

  /**
   * @throws IllegalArgumentException when {@code text} is not {@code
   *     membership:<serverId>:<userId>}
   */
  @JsonCreator
  public static MembershipId of(String text) {
    String bare = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    int colon = bare.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a membership: " + text);
    }
    return new MembershipId(
        ServerId.of(bare.substring(0, colon)), UserId.of(bare.substring(colon + 1)));
  }

  @JsonValue
  @Override
  public String toString() {
    return PREFIX + serverId.value() + ":" + userId.value();
  }
}

package io.beep.coreapi.shared.permission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What can have a say in whether someone may do something, in the order of the steps. */
public enum Ground {
  /** Whoever is no member may do nothing. */
  NOT_MEMBER,
  /** The owner may do everything. */
  OWNER,
  /** A role has ADMINISTRATOR, so no channel has a say. */
  ADMINISTRATOR,
  /** A role allows it, that of everyone among them. */
  ROLE,
  /** No role allows it. */
  NO_ROLE,
  /** The channel's overwrite for everyone. */
  EVERYONE_OVERWRITE,
  /** The channel's overwrite for a role. */
  ROLE_OVERWRITE,
  /** The channel's overwrite for the member. */
  MEMBER_OVERWRITE,
  /** The member is timed out and this is more than reading. */
  TIME_OUT,
  /** The member does not see the channel, so nothing is left of it. */
  HIDDEN;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for anything but the names in lower case with hyphens
   */
  @JsonCreator
  public static Ground named(String wireName) {
    return Arrays.stream(values())
        .filter(ground -> ground.wireName().equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("must be a ground"));
  }
}

package io.beep.coreapi.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names one invitation, and is all that one needs to accept it: {@value #LENGTH} characters of
 * base58, which leaves out those that are taken for each other (0 O I l). Bare in JSON, prefixed
 * with {@code invitation:} in the event store.
 */
public record InvitationCode(@JsonValue String value) {

  public static final String PREFIX = "invitation:";
  public static final int LENGTH = 10;
  public static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  /**
   * @throws IllegalArgumentException when {@code text} is no code
   */
  @JsonCreator
  public static InvitationCode of(String text) {
    String bare = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    if (!FORM.matcher(bare).matches()) {
      throw new IllegalArgumentException("not an invitation code");
    }
    return new InvitationCode(bare);
  }

  @Override
  public String toString() {
    return PREFIX + value;
  }
}

package io.beep.coreapi.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What becomes of a message that has a word of the filter. */
public enum WordAction {
  /** It is refused. */
  BLOCK("block"),
  /** It is sent, and reported to those who keep order. */
  REPORT("report");

  private final String wireName;

  WordAction(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException for anything but {@code block} and {@code report}
   */
  @JsonCreator
  public static WordAction named(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("must be block or report"));
  }
}

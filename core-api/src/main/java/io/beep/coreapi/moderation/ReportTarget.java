package io.beep.coreapi.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What is reported. */
public enum ReportTarget {
  MESSAGE("message"),
  MEMBER("member");

  private final String wireName;

  ReportTarget(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException for what is none
   */
  @JsonCreator
  public static ReportTarget named(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("must be one of message, member"));
  }
}

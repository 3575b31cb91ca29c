package io.beep.coreapi.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What came of reports. */
public enum ReportOutcome {
  DISMISSED("dismissed"),
  ACTED("acted");

  private final String wireName;

  ReportOutcome(String wireName) {
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
  public static ReportOutcome named(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("must be one of dismissed, acted"));
  }
}

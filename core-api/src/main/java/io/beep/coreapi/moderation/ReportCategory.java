package io.beep.coreapi.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What somebody says is wrong with what they report. */
public enum ReportCategory {
  SPAM("spam"),
  HARASSMENT("harassment"),
  HATE("hate"),
  SEXUAL("sexual"),
  VIOLENCE("violence"),
  SELF_HARM("self-harm"),
  IMPERSONATION("impersonation"),
  OTHER("other");

  private final String wireName;

  ReportCategory(String wireName) {
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
  public static ReportCategory named(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of spam, harassment, hate, sexual, violence, self-harm, impersonation, other"));
  }
}

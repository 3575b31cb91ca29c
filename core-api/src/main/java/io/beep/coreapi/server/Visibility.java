package io.beep.coreapi.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Whether a server can be found and joined by anyone. */
public enum Visibility {
  PUBLIC("public"),
  PRIVATE("private");

  private final String wireName;

  Visibility(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException for anything but {@code public} and {@code private}
   */
  @JsonCreator
  public static Visibility named(String wireName) {
    return Arrays.stream(values())
        .filter(visibility -> visibility.wireName.equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("must be public or private"));
  }
}

package io.beep.coreapi.shared.permission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** For whom an overwrite is. */
public enum OverwriteKind {
  ROLE("role"),
  MEMBER("member");

  private final String wireName;

  OverwriteKind(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException for anything but {@code role} and {@code member}
   */
  @JsonCreator
  public static OverwriteKind named(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("must be role or member"));
  }
}

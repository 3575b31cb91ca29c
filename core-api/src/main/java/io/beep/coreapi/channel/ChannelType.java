package io.beep.coreapi.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a channel is for. */
public enum ChannelType {
  TEXT("text"),
  VOICE("voice"),
  FOLDER("folder");

  private final String wireName;

  ChannelType(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException for anything but {@code text}, {@code voice} and {@code
   *     folder}
   */
  @JsonCreator
  public static ChannelType named(String wireName) {
    return Arrays.stream(values())
        .filter(type -> type.wireName.equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("must be text, voice or folder"));
  }
}

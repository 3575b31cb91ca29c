package io.beep.coreapi.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a new server can be born with; see {@link ServerTemplates}. */
public enum ServerTemplate {
  BLANK,
  FRIENDS,
  STUDY_GROUP,
  OPEN_SOURCE,
  GAMING;

  private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  @JsonCreator
  public static ServerTemplate named(String wireName) {
    return Arrays.stream(values())
        .filter(template -> template.wireName.equals(wireName))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no template: " + wireName));
  }
}

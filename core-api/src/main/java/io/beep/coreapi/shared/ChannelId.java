package io.beep.coreapi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a channel of a server or a conversation. Bare in JSON, prefixed with {@code channel:} in
 * the event store.
 */
public record ChannelId(@JsonValue UUID value) implements Identifier {

  public static final String PREFIX = "channel:";

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID in its canonical form
   */
  @JsonCreator
  public static ChannelId of(String text) {
    return new ChannelId(Identifier.parse(text, PREFIX));
  }

  @Override
  public String toString() {
    return PREFIX + value;
  }
}

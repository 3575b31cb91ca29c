package io.beep.coreapi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a chat message; sorts by the time at which it was sent. Bare in JSON, prefixed with {@code
 * message:} in the event store.
 */
public record MessageId(@JsonValue UUID value) implements Identifier {

  public static final String PREFIX = "message:";

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID in its canonical form
   */
  @JsonCreator
  public static MessageId of(String text) {
    return new MessageId(Identifier.parse(text, PREFIX));
  }

  @Override
  public String toString() {
    return PREFIX + value;
  }
}

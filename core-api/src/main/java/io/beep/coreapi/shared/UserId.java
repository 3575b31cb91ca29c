package io.beep.coreapi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a person or program with an account. Bare in JSON, prefixed with {@code user:} in the event
 * store.
 */
public record UserId(@JsonValue UUID value) implements Identifier {

  public static final String PREFIX = "user:";

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID in its canonical form
   */
  @JsonCreator
  public static UserId of(String text) {
    return new UserId(Identifier.parse(text, PREFIX));
  }

  @Override
  public String toString() {
    return PREFIX + value;
  }
}

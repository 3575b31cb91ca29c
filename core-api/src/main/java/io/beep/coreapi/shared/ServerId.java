package io.beep.coreapi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a server, that is a community. Bare in JSON, prefixed with {@code server:} in the event
 * store.
 */
public record ServerId(@JsonValue UUID value) implements Identifier {

  public static final String PREFIX = "server:";

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID in its canonical form
   */
  @JsonCreator
  public static ServerId of(String text) {
    return new ServerId(Identifier.parse(text, PREFIX));
  }

  @Override
  public String toString() {
    return PREFIX + value;
  }
}

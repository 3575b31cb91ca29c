package io.beep.coreapi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a role of a server; the role of everyone bears the id of its server. Bare in JSON, prefixed
 * with {@code role:} in the event store.
 */
public record RoleId(@JsonValue UUID value) implements Identifier {

  public static final String PREFIX = "role:";

  /**
   * @throws IllegalArgumentException when {@code text} is no UUID in its canonical form
   */
  @JsonCreator
  public static RoleId of(String text) {
    return new RoleId(Identifier.parse(text, PREFIX));
  }

  /** The role that every member of the server has. */
  public static RoleId everyone(ServerId server) {
    return new RoleId(server.value());
  }

  @Override
  public String toString() {
    return PREFIX + value;
  }
}

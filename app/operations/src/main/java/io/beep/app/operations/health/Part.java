package io.beep.app.operations.health;

/**
 * Something that a node needs.
 *
 * @param name as operators know it: {@code event-store}, {@code search}
 */
public record Part(String name, Need need, Check check) {

  /** What becomes of the node without it. */
  public enum Need {
    /** It cannot do its work, and nobody should be sent to it. */
    REQUIRED,
    /** It lacks something, and does all the rest. */
    OPTIONAL
  }

  public static Part required(String name, Check check) {
    return new Part(name, Need.REQUIRED, check);
  }

  public static Part optional(String name, Check check) {
    return new Part(name, Need.OPTIONAL, check);
  }
}

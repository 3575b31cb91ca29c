package io.beep.coreapi.shared;

import java.util.UUID;

/** A value that names one aggregate for ever. UUIDv7, so that ids sort by the time of creation. */
public interface Identifier {

  UUID value();

  /**
   * Reads an id from its bare or its stored form.
   *
   * @throws IllegalArgumentException when {@code text} is no UUID in its canonical form of 36
   *     characters
   */
  static UUID parse(String text, String prefix) {
    String bare = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    UUID uuid = UUID.fromString(bare);
    if (!uuid.toString().equalsIgnoreCase(bare)) {
      throw new IllegalArgumentException("not an id: " + text);
    }
    return uuid;
  }
}

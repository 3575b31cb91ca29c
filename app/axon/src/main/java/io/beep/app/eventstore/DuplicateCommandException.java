package io.beep.app.eventstore;

/**
 * The key of this command was used before; the receipt tells what it did then. Nothing was written.
 */
public final class DuplicateCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DuplicateCommandException(String key) {
    super("a command with the key " + key + " was carried out before", null, false, false);
  }
}

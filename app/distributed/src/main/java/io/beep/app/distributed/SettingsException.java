package io.beep.app.distributed;

/** A setting is missing or wrong; the message is one line for the one who runs the node. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SettingsException(String message) {
    super(message);
  }
}

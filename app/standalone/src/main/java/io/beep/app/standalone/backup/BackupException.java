package io.beep.app.standalone.backup;

/** A backup could not be made, is no whole backup, or cannot be restored; tells an operator why. */
public final class BackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BackupException(String message) {
    super(message);
  }

  public BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}

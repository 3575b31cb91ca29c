package io.beep.media.file;

/** The object store cannot be reached, or refused. */
public final class ObjectStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ObjectStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

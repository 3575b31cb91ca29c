package io.beep.projection.shared.index;

/** The search index could not be written. The processor tries the batch again, ever more slowly. */
public final class SearchIndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SearchIndexException(String message) {
    super(message);
  }

  public SearchIndexException(String message, Throwable cause) {
    super(message, cause);
  }
}

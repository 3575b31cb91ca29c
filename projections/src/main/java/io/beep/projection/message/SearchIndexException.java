package io.beep.projection.message;

/** The search index could not be written. The processor tries the batch again, ever more slowly. */
final class SearchIndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SearchIndexException(String message) {
    super(message);
  }

  SearchIndexException(String message, Throwable cause) {
    super(message, cause);
  }
}

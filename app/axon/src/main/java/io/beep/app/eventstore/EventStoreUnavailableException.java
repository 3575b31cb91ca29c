package io.beep.app.eventstore;

/**
 * The store did not take the events: it is down, too busy, or shutting down. Whether they are in it
 * is unknown.
 */
public final class EventStoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EventStoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  EventStoreUnavailableException(String message) {
    super(message);
  }
}

package io.beep.projection.shared;

/**
 * What an event says cannot be written, however often it is tried; its cause tells why. A store
 * that is away, full or too slow is none of the event's fault and throws something else.
 */
public final class EventRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Exception reason;

  public EventRefusedException(Exception reason) {
    super(reason);
    this.reason = reason;
  }

  public Exception reason() {
    return reason;
  }
}

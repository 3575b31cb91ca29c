package io.beep.app.axon;

import java.time.Duration;

/**
 * How far an event processor is behind the stream.
 *
 * @param processor its name
 * @param events that it has not handled yet, counted from its slowest segment
 * @param age of the oldest of them; zero when there is none
 * @param running false while one of its segments does not run: it failed and waits for its next
 *     try, or it has not started yet
 */
public record ProcessorLag(String processor, long events, Duration age, boolean running) {

  public boolean isWithin(long mostEvents) {
    return running && events <= mostEvents;
  }
}

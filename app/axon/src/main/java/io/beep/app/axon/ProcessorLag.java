package io.beep.app.axon;

import java.time.Duration;
import java.util.List;

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

  /**
   * Whether a processor has handled all that happened before a moment ago; no when that is not
   * known.
   *
   * @param all of all processors
   * @param moment how long ago
   */
  public static boolean isRecent(List<ProcessorLag> all, String processor, Duration moment) {
    return all.stream().anyMatch(lag -> lag.processor.equals(processor) && lag.isWithin(moment));
  }

  /** Zero for something that waits means that its time could not be had. */
  private boolean isWithin(Duration moment) {
    return events == 0 || age.isPositive() && age.compareTo(moment) < 0;
  }
}

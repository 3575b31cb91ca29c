package io.beep.app.operations.health;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a node was when it was last looked at.
 *
 * @param since when it came to this state
 * @param parts in the order in which they were given
 */
public record Health(State state, Instant since, List<PartHealth> parts) {

  public enum State {
    /** It has not been able to do its work yet. */
    STARTING,
    /** Everything works. */
    READY,
    /** It does its work, and lacks something. */
    DEGRADED,
    /** It could do its work, and cannot now. */
    UNAVAILABLE
  }

  /**
   * One part of it.
   *
   * @param since when it came to this state
   * @param fault what is wrong, in words that strangers may read; null when it works
   */
  public record PartHealth(
      String name, boolean required, boolean up, Instant since, @Nullable String fault) {}

  public Health {
    parts = List.copyOf(parts);
  }

  /** Whether requests may be sent to it. */
  public boolean isReady() {
    return state == State.READY || state == State.DEGRADED;
  }

  /** Names of what does not work. */
  public List<String> missing() {
    return parts.stream().filter(part -> !part.up()).map(PartHealth::name).toList();
  }
}

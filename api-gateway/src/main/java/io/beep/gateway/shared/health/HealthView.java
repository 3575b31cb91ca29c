package io.beep.gateway.shared.health;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a node is. Anyone may read it, so that it holds no address, no name of a host and nothing of
 * an exception.
 *
 * @param status {@code starting}, {@code ready}, {@code degraded} or {@code unavailable}
 * @param ready whether requests may be sent here
 * @param since when it came to this status
 * @param parts what it needs, by name
 */
public record HealthView(String status, boolean ready, Instant since, Map<String, PartView> parts) {

  /**
   * @param status {@code up} or {@code down}
   * @param required whether the node cannot do its work without it
   * @param since when it came to this status
   * @param detail what is wrong; left out when it is up
   */
  public record PartView(String status, boolean required, Instant since, @Nullable String detail) {}
}

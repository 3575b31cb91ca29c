package io.beep.coreapi.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Servers that were found, the best first.
 *
 * @param total how many there are, about: a server that was just made or deleted may count wrongly
 * @param cursor for the next page, null after the last
 */
public record DiscoveryPage(List<DiscoveredServerView> items, long total, @Nullable String cursor) {

  public DiscoveryPage {
    items = List.copyOf(items);
  }
}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public server as everyone may know it.
 *
 * @param activity about how many messages were written in the last seven days: of each day the
 *     largest power of two that was reached
 * @param member whether the asking one is in it
 */
public record DiscoveredServerView(
    ServerId id,
    String name,
    @Nullable String description,
    List<String> tags,
    int memberCount,
    long activity,
    boolean member,
    Instant createdAt) {

  public DiscoveredServerView {
    tags = List.copyOf(tags);
  }
}

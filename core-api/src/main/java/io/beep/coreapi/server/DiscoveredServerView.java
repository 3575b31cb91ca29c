package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public server as everyone may know it.
 *
 * @param pictureUrl of its largest size, {@code /api/pictures/<id>/256}; null without a picture
 * @param bannerUrl of its largest size, {@code /api/pictures/<id>/1920}; null without one
 * @param activity about how many messages were written in the last seven days: of each day the
 *     largest power of two that was reached
 * @param member whether the asking one is in it
 */
public record DiscoveredServerView(
    ServerId id,
    String name,
    @Nullable String description,
    List<String> tags,
    @Nullable String pictureUrl,
    @Nullable String bannerUrl,
    int memberCount,
    long activity,
    boolean member,
    Instant createdAt) {

  public DiscoveredServerView {
    tags = List.copyOf(tags);
  }
}

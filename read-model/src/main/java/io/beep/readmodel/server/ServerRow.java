package io.beep.readmodel.server;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code server}.
 *
 * @param visibility {@code public} or {@code private}
 * @param memberCount moves together with the rows of {@code membership}
 */
public record ServerRow(
    UUID id,
    UUID ownerId,
    String name,
    @Nullable String description,
    String visibility,
    int memberCount,
    Instant createdAt,
    List<String> tags,
    @Nullable String pictureId,
    @Nullable String bannerId) {

  public ServerRow {
    tags = List.copyOf(tags);
  }
}

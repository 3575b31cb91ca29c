package io.beep.readmodel.server;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code membership}: one user in one server.
 *
 * @param roles without the role of everyone
 */
public record MembershipRow(
    UUID serverId,
    UUID userId,
    List<UUID> roles,
    @Nullable Instant timedOutUntil,
    Instant joinedAt) {

  public MembershipRow {
    roles = List.copyOf(roles);
  }
}

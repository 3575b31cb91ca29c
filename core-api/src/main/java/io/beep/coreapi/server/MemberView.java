package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user in a server.
 *
 * @param timedOutUntil until then they may only read; null when they are not timed out
 */
public record MemberView(
    UserId userId,
    String username,
    String displayName,
    @Nullable String avatarUrl,
    List<RoleId> roles,
    Instant joinedAt,
    @Nullable Instant timedOutUntil) {

  public MemberView {
    roles = List.copyOf(roles);
  }
}

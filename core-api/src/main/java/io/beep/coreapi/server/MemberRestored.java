package io.beep.coreapi.server;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Someone who was kicked or banned is in the server again, as if they had never been away.
 *
 * @param roles those of theirs that came back with them, without that of everyone
 * @param deletedRoles those that came back with them and were deleted before; they count again once
 *     they are restored, and are told to nobody until then
 * @param joinedAt when they had joined before they were put out
 * @param trusted whether somebody trusted them while they were new, and still does
 * @param timedOutUntil as of {@link MemberJoined}
 */
@Revision("1")
public record MemberRestored(
    ServerId serverId,
    UserId userId,
    List<RoleId> roles,
    List<RoleId> deletedRoles,
    Instant joinedAt,
    boolean trusted,
    @Nullable Instant timedOutUntil,
    UserId restoredBy)
    implements ArrivalEvent {

  public MemberRestored {
    roles = List.copyOf(roles);
    deletedRoles = List.copyOf(deletedRoles);
  }

  /** All that came back with them, whether they count or not. */
  public Set<RoleId> held() {
    return Stream.concat(roles.stream(), deletedRoles.stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}

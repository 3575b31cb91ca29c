package io.beep.command.shared;

import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberRestored;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.permission.MemberAccess;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a membership's stream decides who may do what. Absent for someone who is no member.
 *
 * @param joinedAt the last time
 * @param trusted since then
 */
record MemberState(MemberAccess access, Instant joinedAt, boolean trusted) {

  static @Nullable MemberState fold(@Nullable MemberState state, Object event, Instant when) {
    return switch (event) {
      case MemberJoined joined ->
          new MemberState(
              new MemberAccess(joined.userId(), Set.of(), joined.timedOutUntil()), when, false);
      case MemberRestored restored ->
          new MemberState(
              new MemberAccess(restored.userId(), restored.held(), restored.timedOutUntil()),
              restored.joinedAt(),
              restored.trusted());
      case DepartureEvent ignored -> null;
      case TimeoutImposed imposed when state != null ->
          state.with(state.access.timedOut(imposed.until()));
      case TimeoutLifted ignored when state != null -> state.with(state.access.timedOut(null));
      case RoleGiven given when state != null -> state.with(state.access.with(given.roleId()));
      case RoleTaken taken when state != null -> state.with(state.access.without(taken.roleId()));
      case MemberTrusted ignored when state != null ->
          new MemberState(state.access, state.joinedAt, true);
      default -> state;
    };
  }

  private MemberState with(MemberAccess changed) {
    return new MemberState(changed, joinedAt, trusted);
  }
}

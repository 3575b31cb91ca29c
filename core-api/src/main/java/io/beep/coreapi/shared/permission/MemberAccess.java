package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a membership decides permissions.
 *
 * @param roles without the role of everyone; ids of roles that are gone do no harm
 * @param timedOutUntil until then the member only reads; null when not timed out
 */
public record MemberAccess(UserId userId, Set<RoleId> roles, @Nullable Instant timedOutUntil) {

  public MemberAccess {
    roles = Set.copyOf(roles);
  }

  public boolean isTimedOut(Instant now) {
    return timedOutUntil != null && now.isBefore(timedOutUntil);
  }

  public MemberAccess with(RoleId role) {
    Set<RoleId> more = new HashSet<>(roles);
    more.add(role);
    return new MemberAccess(userId, more, timedOutUntil);
  }

  public MemberAccess without(RoleId role) {
    Set<RoleId> fewer = new HashSet<>(roles);
    fewer.remove(role);
    return new MemberAccess(userId, fewer, timedOutUntil);
  }

  /** Timed out until then; null when not, or not any more. */
  public MemberAccess timedOut(@Nullable Instant until) {
    return new MemberAccess(userId, roles, until);
  }
}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a member only read for a while. A time-out that lasts already gets the new end.
 *
 * @param until null when {@code durationSeconds} is given
 * @param durationSeconds from now on; null when {@code until} is given
 * @param reason for those who moderate; null for none
 */
@NeedsPermission(Permission.TIMEOUT_MEMBERS)
public record TimeOutMember(
    ServerId serverId,
    UserId actor,
    UserId userId,
    @Nullable Instant until,
    @Nullable Long durationSeconds,
    @Nullable String reason)
    implements ServerCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts someone out of the server, or keeps them out who is not in it. Who is banned stays so.
 *
 * @param reason for those who moderate; null for none
 */
@NeedsPermission(Permission.BAN_MEMBERS)
public record BanMember(ServerId serverId, UserId actor, UserId userId, @Nullable String reason)
    implements ServerCommand {

  @TargetAggregateIdentifier
  public MembershipId membershipId() {
    return new MembershipId(serverId, userId);
  }
}

package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes a link into the server. Every member of a public server may; a private one asks for
 * CREATE_INVITE. Answers {@link CreatedInvitation}.
 *
 * @param maxUses how many may enter by it, 1 to 100 000; null for as many as come
 * @param expiresIn seconds until it ends, 60 to 31 536 000; 0 for never, null for a week
 */
@NeedsPermission(Permission.CREATE_INVITE)
public record CreateInvitation(
    @RoutingKey ServerId serverId,
    UserId actor,
    @Nullable Integer maxUses,
    @Nullable Long expiresIn)
    implements InvitationCommand {}

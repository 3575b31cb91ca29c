package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Asks someone to come into the server; they have a week. Every member of a public server may; a
 * private one asks for CREATE_INVITE.
 *
 * @param userId null when nobody bears the name that was given: only who may invite is told so
 */
@NeedsPermission(Permission.CREATE_INVITE)
public record InviteMember(@RoutingKey ServerId serverId, UserId actor, @Nullable UserId userId)
    implements InvitationCommand {}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Gives a server to another of its members. The one who gives it stays a member, with the roles
 * that they have.
 *
 * @param userId of the new owner
 */
@NeedsNoPermission(because = "only the owner may, whatever anyone else is permitted")
public record HandOverServer(@RoutingKey ServerId serverId, UserId actor, UserId userId)
    implements ServerCommand {}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Opens a server to everybody, or closes it to those who are not invited. Who is in it stays. */
@NeedsPermission(Permission.MANAGE_SERVER)
public record SetServerVisibility(
    @TargetAggregateIdentifier ServerId serverId, UserId actor, Visibility visibility)
    implements ServerCommand {}

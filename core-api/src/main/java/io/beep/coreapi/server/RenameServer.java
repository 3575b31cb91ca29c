package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a server another name. */
@NeedsPermission(Permission.MANAGE_SERVER)
public record RenameServer(@TargetAggregateIdentifier ServerId serverId, UserId actor, String name)
    implements ServerCommand {}

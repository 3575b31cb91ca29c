package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Says something else about a server; null says nothing. */
@NeedsPermission(Permission.MANAGE_SERVER)
public record DescribeServer(
    @TargetAggregateIdentifier ServerId serverId, UserId actor, @Nullable String description)
    implements ServerCommand {}

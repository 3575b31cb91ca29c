package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Destroys a server with all that it holds. */
@NeedsNoPermission(because = "only the owner may, whatever anyone else is permitted")
public record DeleteServer(@TargetAggregateIdentifier ServerId serverId, UserId actor)
    implements ServerCommand {}

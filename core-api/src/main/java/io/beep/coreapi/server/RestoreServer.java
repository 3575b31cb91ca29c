package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes the deletion of a server back, while there is time. */
@NeedsNoPermission(because = "only the owner may, and nobody else knows of the server any more")
public record RestoreServer(@TargetAggregateIdentifier ServerId serverId, UserId actor)
    implements ServerCommand {}

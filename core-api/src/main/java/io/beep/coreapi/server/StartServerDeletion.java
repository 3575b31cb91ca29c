package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** From now on the server cannot be restored. Does nothing when that is so already. */
@NeedsNoPermission(because = "the process of the deletion sends it when its time has come")
public record StartServerDeletion(@TargetAggregateIdentifier ServerId serverId, UserId actor)
    implements ServerCommand {}

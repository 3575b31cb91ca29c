package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a server away from everybody at once, and from then on in seven days for ever, with all
 * that it holds. Until then its owner may restore it.
 */
@NeedsNoPermission(because = "only the owner may, whatever anyone else is permitted")
public record DeleteServer(@TargetAggregateIdentifier ServerId serverId, UserId actor)
    implements ServerCommand {}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says how far the removal of what a server held is. Does nothing when it was further already.
 *
 * @param actor who deleted the server
 * @param done how many things of the step are gone
 * @param total how many there were when the deletion started
 */
@NeedsNoPermission(because = "the process of the deletion sends it")
public record AdvanceServerDeletion(
    @TargetAggregateIdentifier ServerId serverId,
    UserId actor,
    DeletionStep step,
    long done,
    long total)
    implements ServerCommand {}

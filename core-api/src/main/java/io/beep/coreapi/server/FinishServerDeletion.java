package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a server of which nothing is left. It is carried out once: afterwards there is no such
 * server.
 *
 * @param actor who deleted the server
 * @param removed how many things of each step there were when the deletion started
 */
@NeedsNoPermission(because = "the process of the deletion sends it when it has done all steps")
public record FinishServerDeletion(
    @TargetAggregateIdentifier ServerId serverId, UserId actor, Map<DeletionStep, Long> removed)
    implements ServerCommand {

  public FinishServerDeletion {
    removed = Map.copyOf(removed);
  }
}

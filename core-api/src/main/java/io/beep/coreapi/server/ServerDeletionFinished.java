package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.Map;
import org.axonframework.serialization.Revision;

/**
 * Nothing of the server is left but these events. The record of its end: who deleted it stands in
 * {@link ServerDeletionScheduled}.
 *
 * @param removed how many things of each {@link DeletionStep} there were when the deletion started,
 *     by wire name
 */
@Revision("1")
public record ServerDeletionFinished(ServerId serverId, UserId ownerId, Map<String, Long> removed)
    implements ServerDeletionEvent {

  public ServerDeletionFinished {
    removed = Map.copyOf(removed);
  }
}

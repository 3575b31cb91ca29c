package io.beep.coreapi.server;

import io.beep.coreapi.shared.UserId;

/**
 * What happens to a server between the wish of its owner to delete it and its end. Until it has
 * started the owner can take it back.
 */
public sealed interface ServerDeletionEvent extends ServerEvent
    permits ServerDeletionScheduled,
        ServerRestored,
        ServerDeletionStarted,
        ServerDeletionAdvanced,
        ServerDeletionFinished {

  /** Who owned the server, and hears of it. */
  UserId ownerId();
}

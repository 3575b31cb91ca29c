package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** The time to restore the server is over, and what it holds is being removed for ever. */
@Revision("1")
public record ServerDeletionStarted(ServerId serverId, UserId ownerId)
    implements ServerDeletionEvent {}

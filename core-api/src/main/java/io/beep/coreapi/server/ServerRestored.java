package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** The owner took the deletion back in time: everything is as it was before. */
@Revision("1")
public record ServerRestored(ServerId serverId, UserId ownerId) implements ServerDeletionEvent {}

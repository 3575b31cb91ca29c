package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The owner deleted the server: from now on nobody sees it, and until then it can be restored.
 *
 * @param finalAt when what it holds begins to be removed for ever
 */
@Revision("1")
public record ServerDeletionScheduled(ServerId serverId, UserId ownerId, Instant finalAt)
    implements ServerDeletionEvent {}

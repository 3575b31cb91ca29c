package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * A server is gone at once and for ever, with all its channels, messages and memberships. So it was
 * before servers could be restored; since then {@link ServerDeletionScheduled} is what happens.
 */
@Revision("1")
public record ServerDeleted(ServerId serverId, UserId deletedBy) implements ServerEvent {}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A server is gone, with all its channels, messages and memberships. */
@Revision("1")
public record ServerDeleted(ServerId serverId, UserId deletedBy) implements ServerEvent {}

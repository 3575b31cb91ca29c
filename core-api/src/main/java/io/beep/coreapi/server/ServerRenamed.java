package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A server goes by another name. */
@Revision("1")
public record ServerRenamed(ServerId serverId, String name, UserId renamedBy)
    implements ServerEvent {}

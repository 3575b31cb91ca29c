package io.beep.coreapi.user;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Somebody left a server or was put out of it, and it counts no more. */
@Revision("1")
public record ServerSeatFreed(UserId userId, ServerId serverId) implements UserEvent {}

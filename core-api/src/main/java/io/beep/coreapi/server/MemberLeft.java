package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Someone left the server by their own wish. */
@Revision("1")
public record MemberLeft(ServerId serverId, UserId userId) implements DepartureEvent {}

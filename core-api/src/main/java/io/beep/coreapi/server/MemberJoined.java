package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Someone is in the server from here on. */
@Revision("1")
public record MemberJoined(ServerId serverId, UserId userId) implements ServerEvent {}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Someone who was banned may come in again. */
@Revision("1")
public record MemberUnbanned(ServerId serverId, UserId userId, UserId unbannedBy)
    implements ServerEvent {}

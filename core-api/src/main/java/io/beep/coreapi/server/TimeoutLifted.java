package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A member's time-out ended before its time. */
@Revision("1")
public record TimeoutLifted(ServerId serverId, UserId userId, UserId liftedBy)
    implements ServerEvent {}

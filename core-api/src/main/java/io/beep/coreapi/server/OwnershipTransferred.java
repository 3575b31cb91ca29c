package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A server has another owner, who was a member before. */
@Revision("1")
public record OwnershipTransferred(ServerId serverId, UserId fromId, UserId toId)
    implements ServerEvent {}

package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * From now on members are limited for so long after they joined.
 *
 * @param seconds 0 for not at all
 */
@Revision("1")
public record NewMemberLimitSet(ServerId serverId, long seconds, UserId setBy)
    implements SafetyEvent {}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A server has another picture, or none any more.
 *
 * @param pictureId null for none
 */
@Revision("1")
public record ServerPictureSet(ServerId serverId, @Nullable String pictureId, UserId changedBy)
    implements ServerEvent {}

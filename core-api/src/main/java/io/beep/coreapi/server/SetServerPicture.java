package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.picture.PictureId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a server another picture, which is durable already. Answers {@link
 * io.beep.coreapi.shared.picture.ChangedPicture}.
 *
 * @param pictureId null to take it away
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record SetServerPicture(
    @TargetAggregateIdentifier ServerId serverId, UserId actor, @Nullable PictureId pictureId)
    implements ServerCommand {}

package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;

/** How a member is limited in a server, because they are new. */
@NeedsNoPermission(because = "everyone may know what holds for themselves")
public record GetOwnLimits(ServerId serverId, UserId asking)
    implements ModerationQuery<OwnLimitsView> {}

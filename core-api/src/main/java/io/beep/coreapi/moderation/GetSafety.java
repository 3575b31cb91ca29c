package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/** How a server keeps itself safe. */
@NeedsPermission(Permission.MANAGE_SERVER)
public record GetSafety(ServerId serverId, UserId asking) implements ModerationQuery<SafetyView> {}

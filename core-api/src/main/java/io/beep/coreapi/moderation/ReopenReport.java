package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;

/** Takes back how reports were resolved last. */
@NeedsPermission(Permission.MANAGE_MESSAGES)
public record ReopenReport(ServerId serverId, UserId actor, @RoutingKey ReportId reportId)
    implements ModerationCommand {}

package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Asks those who keep order to look at a member of one's own server. Who has reported them already,
 * and has not been answered yet, changes nothing.
 *
 * @param text in their own words, at most 1 000 characters; null for none
 */
@NeedsPermission(Permission.VIEW_CHANNEL)
public record ReportMember(
    ServerId serverId,
    UserId actor,
    @RoutingKey UserId userId,
    ReportCategory category,
    @Nullable String text)
    implements ModerationCommand {}

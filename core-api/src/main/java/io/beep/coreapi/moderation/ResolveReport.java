package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Is done with all that is reported of a message or a member. Nobody resolves what is reported of
 * themselves, but the owner.
 *
 * @param note for those who keep order, at most 512 characters; null for none
 */
@NeedsPermission(Permission.MANAGE_MESSAGES)
public record ResolveReport(
    ServerId serverId,
    UserId actor,
    @RoutingKey ReportId reportId,
    ReportOutcome outcome,
    @Nullable String note)
    implements ModerationCommand {}

package io.beep.coreapi.audit;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Asks once more, under the key of the command that undid an act, what that command answered: its
 * receipt is the answer. It changes nothing, and without a receipt it is refused, as then the act
 * was undone in another way.
 *
 * @param position of the act
 */
@NeedsPermission(Permission.VIEW_AUDIT_LOG)
public record RepeatUndo(@RoutingKey ServerId serverId, UserId actor, long position)
    implements AuditCommand {}

package io.beep.coreapi.message;

import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Removes one's own message; that of another needs MANAGE_MESSAGES. */
@NeedsPermission(Permission.VIEW_CHANNEL)
public record DeleteMessage(@TargetAggregateIdentifier MessageId messageId, UserId actor)
    implements MessageCommand {}

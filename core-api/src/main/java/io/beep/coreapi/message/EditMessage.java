package io.beep.coreapi.message;

import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts one's own message in other words. */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES})
public record EditMessage(
    @TargetAggregateIdentifier MessageId messageId, UserId actor, String content)
    implements MessageCommand {}

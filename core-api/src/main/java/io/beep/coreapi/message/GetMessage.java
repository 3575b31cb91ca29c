package io.beep.coreapi.message;

import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;

/** One message. */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.READ_HISTORY})
public record GetMessage(MessageId messageId, UserId asking) implements MessageQuery<MessageView> {}

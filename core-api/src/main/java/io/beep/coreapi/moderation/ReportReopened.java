package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What was resolved last of a message or a member is to be looked at again. */
@Revision("1")
public record ReportReopened(
    ServerId serverId,
    String targetKind,
    UUID targetId,
    UserId accusedId,
    @Nullable ChannelId channelId,
    UserId reopenedBy)
    implements ReportEvent {}

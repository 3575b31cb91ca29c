package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * All that was reported of a message or a member until then was looked at and is done with.
 *
 * @param outcome {@code dismissed} or {@code acted}
 * @param note for those who keep order; null for none
 */
@Revision("1")
public record ReportResolved(
    ServerId serverId,
    String targetKind,
    UUID targetId,
    UserId accusedId,
    @Nullable ChannelId channelId,
    String outcome,
    @Nullable String note,
    UserId resolvedBy)
    implements ReportEvent {}

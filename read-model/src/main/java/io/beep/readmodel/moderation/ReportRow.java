package io.beep.readmodel.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code report} as its last report left it.
 *
 * @param targetKind {@code message} or {@code member}
 * @param channelId null for a member
 * @param position of the report in the event stream
 */
public record ReportRow(
    UUID serverId,
    UUID targetId,
    String targetKind,
    UUID accusedId,
    @Nullable UUID channelId,
    long position,
    Instant lastAt) {}

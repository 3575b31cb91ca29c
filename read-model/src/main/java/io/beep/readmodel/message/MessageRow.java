package io.beep.readmodel.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code message}; its key is the channel and the id, in which order history is read. */
public record MessageRow(
    UUID channelId,
    UUID id,
    UUID serverId,
    UUID authorId,
    String content,
    @Nullable UUID replyTo,
    Instant createdAt,
    @Nullable Instant editedAt) {}

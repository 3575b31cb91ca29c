package io.beep.readmodel.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code channel}.
 *
 * @param type {@code text}, {@code voice} or {@code folder}
 * @param synced whether the overwrites of its folder count, and not its own
 * @param place where it stands, by its ASCII characters
 * @param slowMode seconds between two messages of one member, 0 for none
 */
public record ChannelRow(
    UUID id,
    UUID serverId,
    String name,
    String type,
    @Nullable UUID parentId,
    @Nullable String topic,
    Instant createdAt,
    boolean synced,
    String place,
    int slowMode) {}

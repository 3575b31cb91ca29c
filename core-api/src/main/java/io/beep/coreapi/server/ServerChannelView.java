package io.beep.coreapi.server;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the asking one may know it.
 *
 * @param type {@code text}, {@code voice} or {@code folder}
 * @param isPrivate whether not everyone in the server sees it; {@code private} in JSON
 * @param order its place among the channels of the server that the asking one sees, from 0; lists
 *     sort by it
 * @param place what {@code order} comes from, to be compared by its ASCII characters
 * @param slowMode seconds that one waits before one writes again, 0 for none
 * @param permissions what the asking one may do in it
 * @param lastMessageId of the newest message, null when there is none
 */
public record ServerChannelView(
    ChannelId id,
    ServerId serverId,
    String name,
    String type,
    @Nullable ChannelId parentId,
    @Nullable String topic,
    @com.fasterxml.jackson.annotation.JsonProperty("private") boolean isPrivate,
    int order,
    String place,
    int slowMode,
    Instant createdAt,
    PermissionSet permissions,
    @Nullable MessageId lastMessageId) {}

package io.beep.coreapi.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Adds a channel at the end of its neighbours. Answers the {@link ChannelId}. */
@NeedsPermission(Permission.MANAGE_CHANNELS)
public record CreateChannel(
    @RoutingKey ServerId serverId,
    UserId actor,
    String name,
    ChannelType type,
    @Nullable ChannelId parentId,
    @JsonProperty("private") boolean isPrivate)
    implements ChannelCommand {}

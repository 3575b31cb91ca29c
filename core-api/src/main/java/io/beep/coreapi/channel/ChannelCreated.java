package io.beep.coreapi.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A server has one more channel. It stands behind all others until somebody places it; see {@link
 * ChannelOrder}.
 *
 * @param type {@code text}, {@code voice} or {@code folder}
 * @param parentId the folder that holds it; unless the channel is private it is synced with it
 * @param isPrivate born with an overwrite that hides it from everyone but the owner and
 *     administrators
 */
@Revision("1")
public record ChannelCreated(
    ChannelId channelId,
    ServerId serverId,
    String name,
    String type,
    @Nullable ChannelId parentId,
    @JsonProperty("private") boolean isPrivate,
    UserId createdBy)
    implements ChannelEvent {}

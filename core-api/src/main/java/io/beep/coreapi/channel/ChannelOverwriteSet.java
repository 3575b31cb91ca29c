package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A channel takes from or gives to a role or a member something else than before. While the channel
 * is synced with its folder this is of no effect.
 *
 * @param targetKind {@code role} or {@code member}
 * @param targetId of the role or of the user
 * @param allow names of permissions that are given
 * @param deny names of permissions that are taken
 */
@Revision("1")
public record ChannelOverwriteSet(
    ChannelId channelId,
    ServerId serverId,
    String targetKind,
    UUID targetId,
    List<String> allow,
    List<String> deny,
    UserId setBy)
    implements ChannelEvent {

  public ChannelOverwriteSet {
    allow = List.copyOf(allow);
    deny = List.copyOf(deny);
  }
}

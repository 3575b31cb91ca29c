package io.beep.readmodel.channel;

import java.util.List;
import java.util.UUID;

/**
 * A row of {@code channel_overwrite}. While a channel is synced those of its folder count.
 *
 * @param targetKind {@link #ROLE} or {@link #MEMBER}
 * @param allow names of permissions that are given
 * @param deny names of permissions that are taken
 */
public record ChannelOverwriteRow(
    UUID channelId,
    String targetKind,
    UUID targetId,
    UUID serverId,
    List<String> allow,
    List<String> deny) {

  public static final String ROLE = "role";
  public static final String MEMBER = "member";

  public ChannelOverwriteRow {
    allow = List.copyOf(allow);
    deny = List.copyOf(deny);
  }
}

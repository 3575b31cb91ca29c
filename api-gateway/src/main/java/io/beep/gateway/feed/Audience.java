package io.beep.gateway.feed;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One server as the feed knows it: what decides permissions, and the streams of its members. Shared
 * by all of them. Who sees a channel is worked out once and then kept.
 */
final class Audience {

  private final ServerAccess access;
  private final Map<ChannelId, ChannelAccess> channels = new HashMap<>();
  private final Map<FeedStream, MemberAccess> members = new HashMap<>();
  private final Map<ChannelId, Set<FeedStream>> viewers = new HashMap<>();

  Audience(FeedScopeView.Membership known) {
    access = known.server();
    known.channels().forEach(channel -> channels.put(channel.channelId(), channel));
  }

  ServerId serverId() {
    return access.serverId();
  }

  Set<FeedStream> members() {
    return members.keySet();
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  void admit(FeedStream stream, MemberAccess member) {
    members.put(stream, member);
    viewers.forEach(
        (channel, seeing) -> {
          if (sees(member, channel)) {
            seeing.add(stream);
          }
        });
  }

  void dismiss(FeedStream stream) {
    members.remove(stream);
    viewers.values().forEach(seeing -> seeing.remove(stream));
  }

  /** The streams of those who may see the channel. */
  Set<FeedStream> viewers(ChannelId channel) {
    Set<FeedStream> seeing = viewers.get(channel);
    if (seeing == null) {
      seeing = new LinkedHashSet<>();
      for (Map.Entry<FeedStream, MemberAccess> member : members.entrySet()) {
        if (sees(member.getValue(), channel)) {
          seeing.add(member.getKey());
        }
      }
      viewers.put(channel, seeing);
    }
    return seeing;
  }

  /** The streams of those who hear of an invitation that this user made. */
  List<FeedStream> keepersOfInvitation(UserId maker) {
    return members.entrySet().stream()
        .filter(member -> member.getKey().user().equals(maker) || manages(member.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether they look after the server, and so after all its invitations. */
  boolean manages(MemberAccess member) {
    return Permissions.effective(access, member, null, Instant.EPOCH)
        .contains(Permission.MANAGE_SERVER);
  }

  boolean sees(MemberAccess member, ChannelId channel) {
    ChannelAccess known = channels.get(channel);
    // A time-out leaves what reading needs, so this answer does not depend on the time.
    return known != null
        && Permissions.effective(access, member, known, Instant.EPOCH)
            .contains(Permission.VIEW_CHANNEL);
  }

  void on(ChannelCreated event) {
    channels.put(event.channelId(), born(event));
    viewers.remove(event.channelId());
  }

  void on(ChannelDeleted event) {
    channels.remove(event.channelId());
    viewers.remove(event.channelId());
  }

  private ChannelAccess born(ChannelCreated event) {
    if (event.isPrivate()) {
      return ChannelAccess.hidden(event.channelId(), event.serverId());
    }
    @Nullable ChannelAccess folder =
        event.parentId() == null ? null : channels.get(event.parentId());
    return folder == null
        ? ChannelAccess.open(event.channelId(), event.serverId())
        : new ChannelAccess(event.channelId(), event.serverId(), folder.roles(), folder.members());
  }
}

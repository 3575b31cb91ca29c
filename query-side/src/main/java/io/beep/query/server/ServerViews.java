package io.beep.query.server;

import io.beep.coreapi.server.ServerChannelView;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.readmodel.channel.ChannelRow;
import io.beep.readmodel.server.ServerRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the one who asks is shown of servers and channels. */
final class ServerViews {

  private ServerViews() {}

  /**
   * @param channels of this server or of others, in order
   */
  static ServerView view(
      ServerEntry server, List<ChannelEntry> channels, long position, Instant now) {
    ServerRow row = server.row();
    return new ServerView(
        new ServerId(row.id()),
        row.name(),
        row.description(),
        row.tags(),
        PictureKind.PICTURE.address(row.pictureId()),
        PictureKind.BANNER.address(row.bannerId()),
        Visibility.named(row.visibility()),
        new UserId(row.ownerId()),
        row.memberCount(),
        row.createdAt(),
        server.member() != null,
        Permissions.effective(server.access(), server.member(), null, now),
        timedOutUntil(server.member(), now),
        visible(server, channels, now),
        position);
  }

  private static @Nullable Instant timedOutUntil(@Nullable MemberAccess member, Instant now) {
    return member != null && member.isTimedOut(now) ? member.timedOutUntil() : null;
  }

  private static List<ServerChannelView> visible(
      ServerEntry server, List<ChannelEntry> channels, Instant now) {
    List<Seen> seen = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    for (ChannelEntry channel : channels) {
      if (channel.row().serverId().equals(server.row().id())) {
        PermissionSet permissions =
            Permissions.effective(server.access(), server.member(), channel.access(), now);
        if (permissions.contains(Permission.VIEW_CHANNEL)) {
          seen.add(new Seen(channel, permissions));
          ids.add(channel.row().id());
        }
      }
    }
    List<ServerChannelView> views = new ArrayList<>();
    for (Seen one : seen) {
      views.add(channel(one, server.access(), ids, views.size()));
    }
    return views;
  }

  private record Seen(ChannelEntry channel, PermissionSet permissions) {}

  /** A folder that may not be seen is not named either. */
  private static ServerChannelView channel(
      Seen seen, ServerAccess server, Set<UUID> visible, int order) {
    ChannelRow row = seen.channel().row();
    UUID parent = row.parentId();
    UUID last = seen.channel().lastMessageId();
    return new ServerChannelView(
        new ChannelId(row.id()),
        new ServerId(row.serverId()),
        row.name(),
        row.type(),
        parent != null && visible.contains(parent) ? new ChannelId(parent) : null,
        row.topic(),
        isPrivate(server, seen.channel()),
        order,
        row.place(),
        row.slowMode(),
        row.createdAt(),
        seen.permissions(),
        last == null ? null : new MessageId(last));
  }

  private static boolean isPrivate(ServerAccess server, ChannelEntry channel) {
    return !channel
        .access()
        .roles()
        .getOrDefault(RoleId.everyone(server.serverId()), Overwrite.NOTHING)
        .applyTo(server.everyone())
        .contains(Permission.VIEW_CHANNEL);
  }
}

package io.beep.gateway.feed;

import io.beep.coreapi.channel.ChannelBookEvent;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.moderation.ReportEvent;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.FeedScopeView.Channel;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionEvent;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One server as the feed knows it: what decides permissions, and the streams of its members. Shared
 * by all of them. Who sees a channel is worked out once and then kept.
 */
final class Audience {

  private final Map<ChannelId, Channel> channels = new HashMap<>();
  private final Map<FeedStream, MemberAccess> members = new HashMap<>();
  private final Map<ChannelId, Set<FeedStream>> viewers = new HashMap<>();
  private ServerAccess access;

  Audience(FeedScopeView.Membership known) {
    access = known.server();
    known.channels().forEach(channel -> channels.put(channel.own().channelId(), channel));
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

  /** The streams of those who may read what was said in the channel before they came. */
  List<FeedStream> readersOfHistory(ChannelId channel) {
    return members.entrySet().stream()
        .filter(member -> readsHistory(member.getValue(), channel))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The streams of those who hear of an invitation that this user made. */
  List<FeedStream> keepersOfInvitation(UserId maker, Instant now) {
    return members.entrySet().stream()
        .filter(
            member ->
                member.getKey().user().equals(maker)
                    || may(member.getValue(), Permission.MANAGE_SERVER, now))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The streams of those who keep order, see where it was said, and are not accused. */
  List<FeedStream> judgesOf(ReportEvent report, Instant now) {
    ChannelId channel = report.channelId();
    return members.entrySet().stream()
        .filter(member -> !member.getKey().user().equals(report.accusedId()))
        .filter(member -> may(member.getValue(), Permission.MANAGE_MESSAGES, now))
        .filter(member -> channel == null || sees(member.getValue(), channel))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The streams of those who may do it in the server as a whole. */
  List<FeedStream> whoMay(Permission permission, Instant now) {
    return members.entrySet().stream()
        .filter(member -> may(member.getValue(), permission, now))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether they may do it in the server as a whole. */
  boolean may(MemberAccess member, Permission permission, Instant now) {
    return Permissions.effective(access, member, null, now).contains(permission);
  }

  boolean sees(MemberAccess member, ChannelId channel) {
    return readingIn(channel, member).contains(Permission.VIEW_CHANNEL);
  }

  /** Whether they may read what was said in the channel before they came. */
  boolean readsHistory(MemberAccess member, ChannelId channel) {
    return readingIn(channel, member).contains(Permission.READ_HISTORY);
  }

  /** A time-out leaves what reading needs, so of that this answer does not depend on the time. */
  private PermissionSet readingIn(ChannelId channel, MemberAccess member) {
    ChannelAccess counting = counting(channel);
    return counting == null
        ? PermissionSet.NONE
        : Permissions.effective(access, member, counting, Instant.EPOCH);
  }

  /** Null when the channel is not there, or its folder is gone and it with that. */
  private @Nullable ChannelAccess counting(ChannelId channel) {
    Channel known = channels.get(channel);
    if (known == null || known.syncedWith() == null) {
      return known == null ? null : known.own();
    }
    Channel folder = channels.get(known.syncedWith());
    return folder == null ? null : folder.own();
  }

  /** Whether what is set for the channel itself is of no effect. */
  boolean isSynced(ChannelId channel) {
    Channel known = channels.get(channel);
    return known != null && known.syncedWith() != null;
  }

  /** To be called for every event of the server, in order. */
  void on(ServerEvent event) {
    switch (event) {
      case RoleCreated e -> decides(access.with(e.roleId(), PermissionSet.named(e.permissions())));
      case RolePermissionsSet e ->
          decides(access.with(e.roleId(), PermissionSet.named(e.permissions())));
      case RoleDeleted e -> decides(access.without(e.roleId()));
      case RoleRestored e -> decides(access.with(e.roleId(), PermissionSet.named(e.permissions())));
      case OwnershipTransferred e -> decides(access.ownedBy(e.toId()));
      case RoleGiven e -> changes(e.userId(), member -> member.with(e.roleId()));
      case RoleTaken e -> changes(e.userId(), member -> member.without(e.roleId()));
      case TimeoutImposed e -> changes(e.userId(), member -> member.timedOut(e.until()));
      case TimeoutLifted e -> changes(e.userId(), member -> member.timedOut(null));
      case RoleRenamed _, RoleRecoloured _, RolesReordered _ -> {
        // Who sees what does not depend on it.
      }
      case ServerCreated _,
          ServerRenamed _,
          ServerDescribed _,
          ServerTagged _,
          ServerVisibilitySet _,
          ServerPictureSet _,
          ServerBannerSet _,
          ServerDeleted _,
          ServerDeletionEvent _ -> {
        // Nor on this: who is told of the end of a server leaves it afterwards.
      }
      case ArrivalEvent _, DepartureEvent _, MemberUnbanned _ -> {
        // Streams come and go by admit and dismiss.
      }
    }
  }

  /** To be called for every event of the server's channels, in order. */
  void on(ChannelEvent event) {
    switch (event) {
      case ChannelCreated e -> knows(born(e));
      case ChannelRestored e -> knows(new Channel(e.own(), e.synced() ? e.folderId() : null));
      case ChannelDeleted e -> {
        channels.remove(e.channelId());
        viewers.clear();
      }
      case ChannelOverwriteSet e ->
          overwrites(
              e,
              own ->
                  own.with(
                      OverwriteKind.named(e.targetKind()),
                      e.targetId(),
                      Overwrite.named(e.allow(), e.deny())));
      case ChannelOverwriteRemoved e ->
          overwrites(e, own -> own.without(OverwriteKind.named(e.targetKind()), e.targetId()));
      case ChannelUnsynced e -> {
        Channel known = channels.get(e.channelId());
        if (known != null) {
          knows(new Channel(known.own(), null));
        }
      }
      case ChannelSynced e ->
          knows(new Channel(ChannelAccess.open(e.channelId(), e.serverId()), e.folderId()));
      case ChannelRenamed _, ChannelTopicSet _, ChannelSlowModeSet _, ChannelBookEvent _ -> {
        // Who sees what does not depend on it.
      }
      case ChannelPlaced _, ChannelMoved _, ChannelDeletionFinished _ -> {
        // Nor on this: what is gone for ever was gone before, and one that followed its old folder
        // does not any more when it moves.
      }
    }
  }

  private void decides(ServerAccess newAccess) {
    access = newAccess;
    viewers.clear();
  }

  private void changes(UserId user, UnaryOperator<MemberAccess> change) {
    members.replaceAll(
        (stream, member) -> stream.user().equals(user) ? change.apply(member) : member);
    viewers.clear();
  }

  /** Those of a folder may be those of others too, so that all is worked out anew. */
  private void knows(Channel channel) {
    channels.put(channel.own().channelId(), channel);
    viewers.clear();
  }

  private void overwrites(ChannelEvent event, UnaryOperator<ChannelAccess> change) {
    Channel known = channels.get(event.channelId());
    if (known != null) {
      knows(new Channel(change.apply(known.own()), known.syncedWith()));
    }
  }

  private static Channel born(ChannelCreated event) {
    return event.isPrivate()
        ? new Channel(ChannelAccess.hidden(event.channelId(), event.serverId()), null)
        : new Channel(ChannelAccess.open(event.channelId(), event.serverId()), event.parentId());
  }
}

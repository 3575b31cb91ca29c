package io.beep.gateway.feed;

import io.beep.coreapi.channel.ChannelBookEvent;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.invitation.InvitationEvent;
import io.beep.coreapi.invitation.MemberInvitationEvent;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.moderation.ReportEvent;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleEvent;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionEvent;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.user.UserPictureSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What of past events someone gets: what they saw when it happened and may see now, and what tells
 * them that they see less now. Pure.
 *
 * <p>Of a channel that is gone its {@code channel.deleted} goes to every member, since nobody knows
 * any more who saw it; its id then names nothing.
 */
final class Replay {

  private final UserId user;
  private final Set<ServerId> membersNow;
  private final BiPredicate<ServerId, ChannelId> seesNow;
  private final BiPredicate<ServerId, ChannelId> readsNow;
  private final Instant historyUntil;
  private final BiPredicate<ServerId, Permission> mayNow;

  /**
   * @param membersNow the servers that the user is in after the last event
   * @param seesNow whether the user may see the channel after the last event
   * @param readsNow whether the user may read there what was said before they came
   * @param historyUntil what was said before is history; what was said after it was missed by a
   *     break of the line only
   * @param mayNow whether the user may do it in the server as a whole after the last event
   */
  Replay(
      UserId user,
      Set<ServerId> membersNow,
      BiPredicate<ServerId, ChannelId> seesNow,
      BiPredicate<ServerId, ChannelId> readsNow,
      Instant historyUntil,
      BiPredicate<ServerId, Permission> mayNow) {
    this.user = user;
    this.membersNow = membersNow;
    this.seesNow = seesNow;
    this.readsNow = readsNow;
    this.historyUntil = historyUntil;
    this.mayNow = mayNow;
  }

  /**
   * The servers that the user was in before the first event, told from what happened since.
   *
   * @param scope the servers that the user is in, by a scope that knows everything up to some event
   *     of these, and perhaps some of those after it
   * @return empty when it cannot be told, because a server is gone with all its memberships
   */
  static Optional<Set<ServerId>> membersBefore(
      UserId user, Set<ServerId> scope, List<FeedEvent> events) {
    Set<ServerId> before = new HashSet<>(scope);
    Set<ServerId> told = new HashSet<>();
    Set<ServerId> wereThere = new HashSet<>();
    for (FeedEvent event : events) {
      switch (event.event()) {
        case ArrivalEvent joined when joined.userId().equals(user) -> {
          if (told.add(joined.serverId())) {
            before.remove(joined.serverId());
          }
        }
        case DepartureEvent gone when gone.userId().equals(user) && gone.wasMember() -> {
          if (told.add(gone.serverId())) {
            before.add(gone.serverId());
          }
        }
        case ServerCreated created -> {
          if (told.add(created.serverId())) {
            before.remove(created.serverId());
          }
        }
        case ServerDeleted deleted -> {
          if (!told.contains(deleted.serverId()) && !scope.contains(deleted.serverId())) {
            return Optional.empty();
          }
        }
        case ServerDeletionScheduled deleted -> {
          if (!told.contains(deleted.serverId()) && !scope.contains(deleted.serverId())) {
            return Optional.empty();
          }
          wereThere.add(deleted.serverId());
        }
        case ServerRestored restored -> {
          // What was deleted already is seen by nobody at first.
          if (!wereThere.contains(restored.serverId()) && told.add(restored.serverId())) {
            before.remove(restored.serverId());
          }
        }
        default -> {}
      }
    }
    return Optional.of(before);
  }

  /**
   * Whether what the user may see in one of these servers can have changed. Then no selection of
   * past events makes their snapshot true: who sees a channel anew never had what it holds, and who
   * does not see it any more would have to be told of what they may not know.
   */
  static boolean mayChangeRights(UserId user, Set<ServerId> servers, List<FeedEvent> events) {
    return events.stream()
        .filter(event -> event.serverId() != null && servers.contains(event.serverId()))
        .anyMatch(event -> mayChangeRights(user, event.event()));
  }

  private static boolean mayChangeRights(UserId user, Object event) {
    return switch (event) {
      case RolePermissionsSet _, RoleDeleted _, RoleRestored _ -> true;
      case OwnershipTransferred handed ->
          handed.fromId().equals(user) || handed.toId().equals(user);
      case RoleGiven given -> given.userId().equals(user);
      case RoleTaken taken -> taken.userId().equals(user);
      case TimeoutImposed imposed -> imposed.userId().equals(user);
      case TimeoutLifted lifted -> lifted.userId().equals(user);
      case ChannelOverwriteSet _, ChannelOverwriteRemoved _ -> true;
      case ChannelUnsynced _, ChannelSynced _ -> true;
      default -> false;
    };
  }

  /** The events of these that the user gets, in order. */
  List<FeedEvent> select(Set<ServerId> membersBefore, List<FeedEvent> events) {
    Set<ServerId> members = new HashSet<>(membersBefore);
    List<FeedEvent> selected = new ArrayList<>();
    for (FeedEvent event : events) {
      if (isFor(event, members)) {
        selected.add(event);
      }
    }
    return selected;
  }

  private boolean isFor(FeedEvent event, Set<ServerId> members) {
    if (event.event() instanceof UserPictureSet told) {
      return told.userId().equals(user)
          || event.servers().stream().anyMatch(one -> isIn(one, members));
    }
    if (event.event() instanceof MemberInvitationEvent told) {
      return told.userId().equals(user);
    }
    @Nullable ServerId server = event.serverId();
    if (server == null) {
      return false;
    }
    return switch (event.event()) {
      case ServerEvent told -> isFor(told, members);
      case ChannelDeleted _ -> isIn(server, members);
      case ChannelBookEvent _, ChannelDeletionFinished _ -> false;
      case ChannelEvent told -> isIn(server, members) && seesNow.test(server, told.channelId());
      case MessageEvent told ->
          isIn(server, members)
              && seesNow.test(server, told.channelId())
              && (!isHistory(told, event.at()) || readsNow.test(server, told.channelId()));
      case ReportEvent told -> isIn(server, members) && isJudgeOf(told);
      case InvitationEvent told -> isIn(server, members) && isKeeperOf(told);
      default -> false;
    };
  }

  private boolean isHistory(MessageEvent event, Instant at) {
    Instant said = saidAt(event, at);
    return said != null && said.isBefore(historyUntil);
  }

  /**
   * When that was said which the event tells; an edit tells the whole message. Null when it tells
   * nothing of it: that a message is gone takes it off a screen.
   *
   * @param at when it happened
   */
  static @Nullable Instant saidAt(MessageEvent event, Instant at) {
    return switch (event) {
      case MessageSent _ -> at;
      case MessageEdited edited -> Objects.requireNonNullElse(edited.sentAt(), at);
      case MessageDeleted _ -> null;
    };
  }

  private boolean isFor(ServerEvent event, Set<ServerId> members) {
    ServerId server = event.serverId();
    return switch (event) {
      case ServerCreated created -> created.ownerId().equals(user);
      case ServerRenamed _,
          ServerDescribed _,
          ServerTagged _,
          ServerVisibilitySet _,
          ServerPictureSet _,
          ServerBannerSet _,
          OwnershipTransferred _,
          RoleEvent _ ->
          isIn(server, members);
      case ServerDeleted _, ServerDeletionScheduled _ -> members.remove(server);
      case ServerRestored _ -> {
        boolean isMember = membersNow.contains(server);
        if (isMember) {
          members.add(server);
        }
        yield isMember;
      }
      case ServerDeletionEvent deletion -> deletion.ownerId().equals(user);
      case ArrivalEvent joined -> {
        if (!joined.userId().equals(user)) {
          yield isIn(server, members);
        }
        members.add(server);
        yield true;
      }
      case MemberBanned banned when !banned.wasMember() -> mayBan(server, members);
      case DepartureEvent gone ->
          gone.userId().equals(user) ? members.remove(server) : isIn(server, members);
      case MemberUnbanned _ -> mayBan(server, members);
      case TimeoutImposed _, TimeoutLifted _ -> isIn(server, members);
    };
  }

  private boolean mayBan(ServerId server, Set<ServerId> members) {
    return isIn(server, members) && mayNow.test(server, Permission.BAN_MEMBERS);
  }

  private boolean isJudgeOf(ReportEvent event) {
    ChannelId channel = event.channelId();
    return !event.accusedId().equals(user)
        && mayNow.test(event.serverId(), Permission.MANAGE_MESSAGES)
        && (channel == null || seesNow.test(event.serverId(), channel));
  }

  private boolean isKeeperOf(InvitationEvent event) {
    UserId maker = InvitationKeepers.makerOf(event);
    return maker != null
        && (maker.equals(user) || mayNow.test(event.serverId(), Permission.MANAGE_SERVER));
  }

  private boolean isIn(ServerId server, Set<ServerId> members) {
    return members.contains(server) && membersNow.contains(server);
  }
}

package io.beep.command.shared;

import io.beep.coreapi.channel.ChannelBookEvent;
import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.moderation.SafetyError;
import io.beep.coreapi.moderation.SafetyEvent;
import io.beep.coreapi.moderation.SafetyId;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Decides for every command whether the one who asks may do it, from states folded out of the
 * streams of server, membership and channel. When warm it takes no lock and does no I/O. What this
 * node commits is applied before the command is answered, by {@link #onCommitted}; so a permission
 * that was taken is gone from the next command on.
 *
 * <p>Refusals tell nobody what they may not know: what cannot be seen is not found.
 */
public final class AccessState {

  /** A state is about 300 bytes: 60 MB when all are full. */
  private static final int SERVERS = 20_000;

  private static final int MEMBERSHIPS = 200_000;
  private static final int CHANNELS = 100_000;

  /** Who has one of these writes as fast as they like, also where others must wait. */
  private static final PermissionSet NEVER_WAITING =
      PermissionSet.of(Permission.MANAGE_MESSAGES, Permission.MANAGE_CHANNELS);

  private final FoldedCache<ServerId, ServerState> servers;
  private final FoldedCache<MembershipId, MemberState> memberships;
  private final FoldedCache<ChannelId, ChannelState> channels;
  private final FoldedCache<SafetyId, SafetyState> safeties;
  private final Clock clock;

  /**
   * @param streams the committed events of an aggregate, by its identifier in the store
   */
  public AccessState(
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams,
      Clock clock,
      MeterRegistry meters) {
    this.servers =
        new FoldedCache<>(SERVERS, streams, (state, event, _) -> ServerState.fold(state, event));
    this.memberships = new FoldedCache<>(MEMBERSHIPS, streams, MemberState::fold);
    this.channels =
        new FoldedCache<>(CHANNELS, streams, (state, event, _) -> ChannelState.fold(state, event));
    this.safeties =
        new FoldedCache<>(SERVERS, streams, (state, event, _) -> SafetyState.fold(state, event));
    this.clock = clock;
    servers.watch("server", meters);
    memberships.watch("membership", meters);
    channels.watch("channel", meters);
    safeties.watch("safety", meters);
  }

  /** Applies what was committed; events that decide no permission are passed over. */
  public void onCommitted(List<? extends EventMessage<?>> events) {
    for (EventMessage<?> message : events) {
      if (message instanceof DomainEventMessage<?> event) {
        apply(event);
      }
    }
  }

  private void apply(DomainEventMessage<?> event) {
    switch (event.getPayload()) {
      case ArrivalEvent came ->
          memberships.onCommitted(new MembershipId(came.serverId(), came.userId()), event);
      case DepartureEvent gone ->
          memberships.onCommitted(new MembershipId(gone.serverId(), gone.userId()), event);
      case MemberUnbanned unbanned ->
          memberships.onCommitted(new MembershipId(unbanned.serverId(), unbanned.userId()), event);
      case TimeoutImposed imposed ->
          memberships.onCommitted(new MembershipId(imposed.serverId(), imposed.userId()), event);
      case TimeoutLifted lifted ->
          memberships.onCommitted(new MembershipId(lifted.serverId(), lifted.userId()), event);
      case RoleGiven given ->
          memberships.onCommitted(new MembershipId(given.serverId(), given.userId()), event);
      case RoleTaken taken ->
          memberships.onCommitted(new MembershipId(taken.serverId(), taken.userId()), event);
      case MemberTrusted trusted ->
          memberships.onCommitted(new MembershipId(trusted.serverId(), trusted.userId()), event);
      case SafetyEvent safety -> safeties.onCommitted(new SafetyId(safety.serverId()), event);
      case ServerEvent server -> servers.onCommitted(server.serverId(), event);
      case ChannelPlaced ignored -> {
        // Of the roster of its server, as all that is kept book of: it decides no permission.
      }
      case ChannelBookEvent ignored -> {
        // As above.
      }
      case ChannelEvent channel -> channels.onCommitted(channel.channelId(), event);
      default -> {
        // Messages, users and invitations decide no permission.
      }
    }
  }

  /**
   * Lets pass who may do it in the server as a whole.
   *
   * @throws DomainException not found when there is no server or it hides from the one who asks,
   *     else forbidden
   */
  public void requireInServer(UserId actor, ServerId serverId, Permission permission) {
    requireStanding(actor, serverId, permission);
  }

  /**
   * Lets pass who may do it in the server as a whole, and says where they stand in it.
   *
   * @throws DomainException as {@link #requireInServer}
   */
  public Standing requireStanding(UserId actor, ServerId serverId, Permission permission) {
    ServerState server = requireServer(serverId);
    MemberAccess member = member(serverId, actor);
    if (member == null && !server.isPublic()) {
      throw new DomainException(new CommonError.NotFound("server"));
    }
    PermissionSet permissions =
        Permissions.effective(server.access(), member, null, clock.instant());
    requireAll(permissions, permission);
    return new Standing(server, actor, rolesOf(actor, serverId), permissions);
  }

  /**
   * Lets pass who sees the channel and may do all of it there.
   *
   * @throws DomainException not found when there is no channel or the one who asks cannot see it,
   *     else forbidden
   */
  public ChannelPlace requireInChannel(UserId actor, ChannelId channelId, Permission... needed) {
    return requireSeen(actor, channelId, needed).place();
  }

  /**
   * Lets pass who sees the channel and may do it there, and says where they stand in it.
   *
   * @throws DomainException as {@link #requireInChannel}
   */
  public ChannelStanding requireStandingIn(UserId actor, ChannelId channelId, Permission needed) {
    Seen seen = requireSeen(actor, channelId, needed);
    ServerId serverId = seen.place().serverId();
    return new ChannelStanding(
        seen.place(),
        new Standing(requireServer(serverId), actor, rolesOf(actor, serverId), seen.permissions()),
        seen.access());
  }

  private record Seen(ChannelPlace place, ChannelAccess access, PermissionSet permissions) {}

  private Seen requireSeen(UserId actor, ChannelId channelId, Permission... needed) {
    ChannelState channel = there(channelId);
    return requireSeen(actor, channel, channel == null ? null : accessOf(channel), needed);
  }

  /**
   * Lets pass who could see the channel and do all of it there, were it not deleted.
   *
   * @throws DomainException not found when it is gone for ever, or was never seen by who asks; else
   *     forbidden
   */
  public ChannelPlace requireInDeletedChannel(
      UserId actor, ChannelId channelId, Permission... needed) {
    ChannelState channel = channels.get(channelId);
    if (channel == null) {
      throw new DomainException(new CommonError.NotFound("channel"));
    }
    ChannelState folder = channel.folder() == null ? null : channels.get(channel.folder());
    ChannelAccess access = folder == null ? channel.access() : channel.within(folder);
    return requireSeen(actor, channel, access, needed).place();
  }

  private Seen requireSeen(
      UserId actor,
      @Nullable ChannelState channel,
      @Nullable ChannelAccess access,
      Permission... needed) {
    if (channel == null || access == null) {
      throw new DomainException(new CommonError.NotFound("channel"));
    }
    PermissionSet permissions = permissionsIn(access, actor);
    if (!permissions.contains(Permission.VIEW_CHANNEL)) {
      throw new DomainException(new CommonError.NotFound("channel"));
    }
    requireAll(permissions, needed);
    return new Seen(
        new ChannelPlace(
            access.channelId(),
            access.serverId(),
            channel.type(),
            permissions.intersect(NEVER_WAITING).equals(PermissionSet.NONE)
                ? channel.slowMode()
                : 0,
            permissions.contains(Permission.MANAGE_MESSAGES)),
        access,
        permissions);
  }

  /**
   * Lets pass what the word filter of the server does, which those who keep order there pass by.
   *
   * @return whether it is to be reported
   * @throws DomainException when it has a word that is not allowed
   */
  public boolean requireAllowedWords(ChannelPlace place, String content) {
    SafetyState safety = place.manages() ? null : safeties.get(new SafetyId(place.serverId()));
    String word = safety == null ? null : safety.find(content);
    if (safety != null && word != null && safety.blocked().contains(word)) {
      throw new DomainException(new SafetyError.Forbidden(word));
    }
    return word != null;
  }

  /**
   * Lets pass what a new member may post, and what someone may whose account is new.
   *
   * @return seconds that they wait between two messages: those of the channel, or more while they
   *     are a new member
   * @throws DomainException when it has what somebody new does not post yet
   */
  public int requireNotTooNew(
      ChannelPlace place, UserId actor, String content, NewAccounts accounts) {
    Novelty novelty = place.manages() ? Novelty.NONE : noveltyOf(actor, place.serverId(), accounts);
    Instant until = novelty.until();
    Instant now = clock.instant();
    if (until == null || !now.isBefore(until)) {
      return place.slowMode();
    }
    if (Newcomers.isTooMuch(content)) {
      long left = Math.ceilDiv(Duration.between(now, until).toMillis(), 1000L);
      throw new DomainException(new SafetyError.TooNew(until, left));
    }
    return novelty.isMember(now) ? Math.max(place.slowMode(), Newcomers.PACE) : place.slowMode();
  }

  /** Nobody is new who has a role that is there, owns the server, or is trusted. */
  private Novelty noveltyOf(UserId actor, ServerId serverId, NewAccounts accounts) {
    SafetyState safety = safeties.get(new SafetyId(serverId));
    long seconds = safety == null ? 0 : safety.newMemberSeconds();
    ServerState server = servers.get(serverId);
    Instant account = server != null && server.isPublic() ? accounts.until(actor) : null;
    if (seconds == 0 && account == null) {
      return Novelty.NONE;
    }
    MemberState member = memberships.get(new MembershipId(serverId, actor));
    return member == null || member.trusted() || hasRole(member, server) || isOwner(actor, serverId)
        ? Novelty.NONE
        : new Novelty(seconds == 0 ? null : member.joinedAt().plusSeconds(seconds), account);
  }

  private static boolean hasRole(MemberState member, @Nullable ServerState server) {
    return server != null && server.order().stream().anyMatch(member.access().roles()::contains);
  }

  /** Whether the channel is there and this user sees it. */
  public boolean sees(UserId actor, ChannelId channelId) {
    return may(actor, channelId, Permission.VIEW_CHANNEL);
  }

  /** Whether the channel is there and this user may do it there. */
  public boolean may(UserId actor, ChannelId channelId, Permission permission) {
    ChannelState channel = there(channelId);
    ChannelAccess access = channel == null ? null : accessOf(channel);
    return access != null && permissionsIn(access, actor).contains(permission);
  }

  /** Whether this user would see a channel that gives and takes this. */
  public boolean wouldSee(UserId user, ChannelAccess channel) {
    return permissionsIn(channel, user).contains(Permission.VIEW_CHANNEL);
  }

  /** None when the server is gone. */
  private PermissionSet permissionsIn(ChannelAccess access, UserId actor) {
    ServerId serverId = access.serverId();
    ServerState server = servers.get(serverId);
    return server == null || server.deleted()
        ? PermissionSet.NONE
        : Permissions.effective(server.access(), member(serverId, actor), access, clock.instant());
  }

  /**
   * Lets pass when the server is there and anyone may enter it, or the one who asks is in already.
   *
   * @throws DomainException not found otherwise
   */
  public void requireOpenTo(UserId actor, ServerId serverId) {
    ServerState server = requireServer(serverId);
    if (!server.isPublic() && member(serverId, actor) == null) {
      throw new DomainException(new CommonError.NotFound("server"));
    }
  }

  /**
   * Lets pass who may invite into the server: every member of a public one, as its door is open
   * anyway; in a private one who has the permission.
   *
   * @throws DomainException not found when there is no server or it hides from the one who asks,
   *     else forbidden
   */
  public void requireInviter(UserId actor, ServerId serverId) {
    ServerState server = requireServer(serverId);
    MemberAccess member = member(serverId, actor);
    boolean welcome = server.isPublic() && member != null && !member.isTimedOut(clock.instant());
    if (!welcome) {
      requireInServer(actor, serverId, Permission.CREATE_INVITE);
    }
  }

  /**
   * Whether somebody may come by a link that this user made: into a public server whatever became
   * of them, as its door is open anyway; into a private one while they may invite.
   */
  public boolean letsInByLinkOf(UserId inviter, ServerId serverId) {
    ServerState server = servers.get(serverId);
    return server != null
        && (server.isPublic()
            || Permissions.effective(
                    server.access(), member(serverId, inviter), null, clock.instant())
                .contains(Permission.CREATE_INVITE));
  }

  /** Whether the server is still there. */
  public boolean exists(ServerId serverId) {
    ServerState server = servers.get(serverId);
    return server != null && !server.deleted();
  }

  /** Whether this user is in the server. */
  public boolean isMember(UserId userId, ServerId serverId) {
    return member(serverId, userId) != null;
  }

  /** Whether the server is still there and this user owns it. */
  public boolean isOwner(UserId userId, ServerId serverId) {
    ServerState server = servers.get(serverId);
    return server != null && !server.deleted() && server.access().ownerId().equals(userId);
  }

  /** Whether this user owns the server, or did before it was deleted. */
  public boolean everOwned(UserId userId, ServerId serverId) {
    ServerState server = servers.get(serverId);
    return server != null && server.access().ownerId().equals(userId);
  }

  /** None for someone who is no member; without that of everyone. */
  public Set<RoleId> rolesOf(UserId userId, ServerId serverId) {
    MemberAccess member = member(serverId, userId);
    return member == null ? Set.of() : member.roles();
  }

  /** Whether the server has this role, which may be that of everyone. */
  public boolean isRoleOf(RoleId role, ServerId serverId) {
    ServerState server = servers.get(serverId);
    return server != null && server.access().roles().containsKey(role);
  }

  /**
   * What a channel that is in no folder gives and takes.
   *
   * @throws DomainException not found when it is gone
   */
  public ChannelAccess overwritesOf(ChannelId channelId) {
    ChannelState channel = there(channelId);
    if (channel == null) {
      throw new DomainException(new CommonError.NotFound("channel"));
    }
    return channel.access();
  }

  /** Whether the channel is a folder of this server. */
  public boolean isFolderOf(ChannelId channelId, ServerId serverId) {
    ChannelState channel = there(channelId);
    return channel != null
        && channel.access().serverId().equals(serverId)
        && channel.type() == ChannelType.FOLDER;
  }

  /** Null when the folder that held the channel is gone, and the channel with it. */
  private @Nullable ChannelAccess accessOf(ChannelState channel) {
    ChannelId folder = channel.folder();
    if (folder == null) {
      return channel.access();
    }
    ChannelState folderState = there(folder);
    return folderState == null ? null : channel.within(folderState);
  }

  /** Null for one that is deleted, whether or not it can be restored. */
  private @Nullable ChannelState there(ChannelId channelId) {
    ChannelState channel = channels.get(channelId);
    return channel == null || channel.deleted() ? null : channel;
  }

  private ServerState requireServer(ServerId serverId) {
    ServerState server = servers.get(serverId);
    if (server == null || server.deleted()) {
      throw new DomainException(new CommonError.NotFound("server"));
    }
    return server;
  }

  private @Nullable MemberAccess member(ServerId serverId, UserId userId) {
    MemberState member = memberships.get(new MembershipId(serverId, userId));
    return member == null ? null : member.access();
  }

  private static void requireAll(PermissionSet permissions, Permission... needed) {
    for (Permission permission : needed) {
      if (!permissions.contains(permission)) {
        throw new DomainException(new CommonError.Forbidden(permission.name()));
      }
    }
  }
}

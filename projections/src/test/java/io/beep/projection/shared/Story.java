package io.beep.projection.shared;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationRestored;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.MemberInvitationAccepted;
import io.beep.coreapi.invitation.MemberInvitationDeclined;
import io.beep.coreapi.invitation.MemberInvitationRevoked;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.moderation.NewMemberLimitSet;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.ReportReopened;
import io.beep.coreapi.moderation.ReportResolved;
import io.beep.coreapi.moderation.WordAction;
import io.beep.coreapi.moderation.WordsAllowed;
import io.beep.coreapi.moderation.WordsForbidden;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.MemberRestored;
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
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.coreapi.user.UserRegistered;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in a small world, told by events, and how things stand after it. */
public final class Story {

  private static final Instant FINAL_AT = Instant.parse("2026-03-08T09:00:00Z");

  private final Random random;
  private final IdGenerator ids;
  private final List<DomainEvent> events = new ArrayList<>();
  private final List<UserId> users = new ArrayList<>();
  private final Map<ServerId, Set<UserId>> members = new LinkedHashMap<>();
  private final Map<ServerId, Set<UserId>> hidden = new LinkedHashMap<>();
  private final Map<ChannelId, ServerId> channels = new LinkedHashMap<>();
  private final Map<ChannelId, String> places = new LinkedHashMap<>();
  private final Map<MessageId, MessageSent> messages = new LinkedHashMap<>();
  private final Map<ServerId, List<RoleId>> roles = new LinkedHashMap<>();
  private final Map<MembershipId, Set<RoleId>> held = new LinkedHashMap<>();
  private final Set<MembershipId> banned = new LinkedHashSet<>();
  private final Map<MembershipId, Instant> timedOut = new LinkedHashMap<>();
  private final Map<ChannelId, ChannelAccess> overwrites = new LinkedHashMap<>();
  private final Map<ChannelId, ChannelId> folders = new LinkedHashMap<>();
  private final Set<ChannelId> synced = new LinkedHashSet<>();
  private final Map<String, InvitationCreated> invitations = new LinkedHashMap<>();
  private final Map<String, Integer> uses = new LinkedHashMap<>();

  /** What happens to a message with it, by word. */
  private final Map<ServerId, Map<String, String>> words = new LinkedHashMap<>();

  private final Map<ServerId, Long> newMemberSeconds = new LinkedHashMap<>();
  private final Set<MembershipId> trusted = new LinkedHashSet<>();
  private final Set<MembershipId> asked = new LinkedHashSet<>();

  /** Whether it waits for an answer. */
  private final Map<Reported, Boolean> reports = new LinkedHashMap<>();

  /** Of servers and of people. */
  private final Map<UUID, String> pictures = new LinkedHashMap<>();

  /**
   * Nothing moves into one of these any more: when all of the story comes twice, the deletion that
   * was long ago would take along what has come into it since.
   */
  private final Set<ChannelId> restoredOnce = new LinkedHashSet<>();

  /** Roles that can be restored. */
  private final Map<RoleId, ServerId> deletedRoles = new LinkedHashMap<>();

  /** Channels that can be restored, as they were. */
  private final Map<ChannelId, ChannelRestored> deletedChannels = new LinkedHashMap<>();

  /** Said in channels that can be restored. */
  private final Map<MessageId, MessageSent> buried = new LinkedHashMap<>();

  private int invited;

  public Story(long seed) {
    random = new Random(seed);
    ids =
        new UuidV7Generator(
            Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC), random);
  }

  public List<DomainEvent> events() {
    return List.copyOf(events);
  }

  /** Text of every message that is there at the end, though perhaps nobody sees its channel. */
  public Map<MessageId, String> contents() {
    Map<MessageId, String> contents = new HashMap<>();
    messages.forEach((id, message) -> contents.put(id, message.content()));
    buried.forEach((id, message) -> contents.put(id, message.content()));
    return contents;
  }

  public Map<ServerId, Set<UserId>> members() {
    return members;
  }

  public Set<ChannelId> channels() {
    return channels.keySet();
  }

  /** Of every channel that is there. */
  public Map<ChannelId, String> places() {
    return places;
  }

  /** Those that are in one, with it. */
  public Map<ChannelId, ChannelId> folders() {
    return folders;
  }

  /** Without that of everyone, the highest first. */
  public Map<ServerId, List<RoleId>> roles() {
    return roles;
  }

  /** Only members who have any. */
  public Map<MembershipId, Set<RoleId>> rolesOfMembers() {
    Map<MembershipId, Set<RoleId>> some = new LinkedHashMap<>(held);
    some.values().removeIf(Set::isEmpty);
    return some;
  }

  public Set<MembershipId> banned() {
    return banned;
  }

  /** The end of the last time-out of each member who has one, over or not. */
  public Map<MembershipId, Instant> timedOut() {
    Map<MembershipId, Instant> some = new LinkedHashMap<>(timedOut);
    some.keySet()
        .removeIf(
            one ->
                !members
                    .getOrDefault(one.serverId(), hidden.getOrDefault(one.serverId(), Set.of()))
                    .contains(one.userId()));
    return some;
  }

  /** Of its own, for every channel that is there. */
  public Map<ChannelId, ChannelAccess> overwrites() {
    return overwrites;
  }

  /** The channels that follow their folder. */
  public Set<ChannelId> synced() {
    return synced;
  }

  /** How often each invitation was used, those that ended included. */
  public Map<String, Integer> uses() {
    return uses;
  }

  /** A member who is reported. */
  public record Reported(ServerId serverId, UUID targetId) {}

  /** What happens to a message, by each word of the filter of each server. */
  public Map<ServerId, Map<String, String>> words() {
    Map<ServerId, Map<String, String>> some = new LinkedHashMap<>(words);
    some.values().removeIf(Map::isEmpty);
    return some;
  }

  /** How long members are new, of each server that ever said so. */
  public Map<ServerId, Long> newMemberSeconds() {
    return newMemberSeconds;
  }

  /** The members who are trusted though they are new. */
  public Set<MembershipId> trusted() {
    return trusted;
  }

  /** Who was asked in and has not answered. */
  public Set<MembershipId> asked() {
    return asked;
  }

  /** Everything that was ever reported, and whether it waits for an answer. */
  public Map<Reported, Boolean> reports() {
    return reports;
  }

  /** Of every server and person that shows one, by their id. */
  public Map<UUID, String> pictures() {
    return pictures;
  }

  /** The servers of which there is anything, those included that can be restored. */
  public Set<ServerId> servers() {
    Set<ServerId> all = new LinkedHashSet<>(members.keySet());
    all.addAll(hidden.keySet());
    return all;
  }

  public UserId someoneSignsUp() {
    UserId user = new UserId(ids.next());
    users.add(user);
    events.add(new UserRegistered(user, "user" + users.size(), "Ada", "Nr " + users.size()));
    return user;
  }

  public ServerId foundServer(UserId owner) {
    ServerId server = new ServerId(ids.next());
    events.add(
        new ServerCreated(
            server, owner, "Server", null, "public", Permissions.DEFAULT_FOR_EVERYONE.names()));
    members.put(server, new LinkedHashSet<>());
    roles.put(server, new ArrayList<>());
    join(server, owner);
    return server;
  }

  public void join(ServerId server, UserId user) {
    MembershipId membership = new MembershipId(server, user);
    if (banned.remove(membership)) {
      events.add(new MemberUnbanned(server, user, users.getFirst()));
    }
    known(members, server).add(user);
    trusted.remove(membership);
    asked.remove(membership);
    events.add(new MemberJoined(server, user, timedOut.get(membership)));
  }

  public String invite(ServerId server, UserId inviter) {
    InvitationCreated created =
        new InvitationCreated(
            "code" + invited++,
            server,
            inviter,
            random.nextBoolean() ? null : 5,
            random.nextBoolean() ? null : Instant.parse("2026-04-01T09:00:00Z"));
    invitations.put(created.code(), created);
    uses.put(created.code(), 0);
    events.add(created);
    return created.code();
  }

  /** As the last one of its uses does too: several events at once. */
  public void accept(String code, UserId user) {
    InvitationCreated invitation = known(invitations, code);
    uses.merge(code, 1, Integer::sum);
    join(invitation.serverId(), user);
    events.add(
        new InvitationAccepted(
            code, invitation.serverId(), invitation.inviterId(), user, known(uses, code)));
  }

  public void revoke(String code, UserId by) {
    InvitationCreated invitation = known(invitations, code);
    events.add(new InvitationRevoked(code, invitation.serverId(), invitation.inviterId(), by));
  }

  /** In force again, if it was revoked. */
  public void putBack(InvitationCreated invitation, UserId by) {
    events.add(
        new InvitationRestored(
            invitation.code(),
            invitation.serverId(),
            invitation.inviterId(),
            invitation.maxUses(),
            invitation.expiresAt(),
            by));
  }

  public void leave(ServerId server, UserId user) {
    known(members, server).remove(user);
    gone(new MembershipId(server, user));
    events.add(new MemberLeft(server, user));
  }

  public void kick(ServerId server, UserId user, UserId by) {
    known(members, server).remove(user);
    gone(new MembershipId(server, user));
    events.add(new MemberKicked(server, user, "too loud", by));
  }

  public void ban(ServerId server, UserId user, UserId by) {
    MembershipId membership = new MembershipId(server, user);
    boolean wasMember = known(members, server).remove(user);
    if (banned.add(membership)) {
      gone(membership);
      String reason = random.nextBoolean() ? null : "too loud";
      events.add(new MemberBanned(server, user, wasMember, reason, by));
    }
  }

  private void gone(MembershipId membership) {
    held.remove(membership);
    trusted.remove(membership);
    asked.remove(membership);
  }

  public void unban(ServerId server, UserId user, UserId by) {
    banned.remove(new MembershipId(server, user));
    events.add(new MemberUnbanned(server, user, by));
  }

  /** With roles of the server, and perhaps one that is gone. */
  public void bringBack(MembershipId membership, UserId by) {
    ServerId server = membership.serverId();
    UserId user = membership.userId();
    if (banned.remove(membership)) {
      events.add(new MemberUnbanned(server, user, by));
    }
    List<RoleId> theirs = known(roles, server).stream().limit(random.nextInt(3)).toList();
    known(members, server).add(user);
    List<RoleId> gone =
        random.nextBoolean() ? List.of(new RoleId(new UUID(77, random.nextInt(9)))) : List.of();
    held.put(membership, new LinkedHashSet<>(theirs));
    boolean isTrusted = random.nextBoolean();
    if (isTrusted) {
      trusted.add(membership);
    } else {
      trusted.remove(membership);
    }
    asked.remove(membership);
    known(held, membership).addAll(gone);
    events.add(
        new MemberRestored(
            server,
            user,
            theirs,
            gone,
            Instant.parse("2026-02-01T09:00:00Z"),
            isTrusted,
            timedOut.get(membership),
            by));
  }

  public void timeOut(ServerId server, UserId user, UserId by) {
    Instant until = Instant.parse("2026-03-01T10:00:00Z").plusSeconds(random.nextInt(86_400));
    timedOut.put(new MembershipId(server, user), until);
    events.add(new TimeoutImposed(server, user, until, null, by));
  }

  public void liftTimeout(ServerId server, UserId user, UserId by) {
    timedOut.remove(new MembershipId(server, user));
    events.add(new TimeoutLifted(server, user, by));
  }

  public void deleteServer(ServerId server, UserId by) {
    members.remove(server);
    roles.remove(server);
    held.keySet().removeIf(membership -> membership.serverId().equals(server));
    banned.removeIf(membership -> membership.serverId().equals(server));
    timedOut.keySet().removeIf(membership -> membership.serverId().equals(server));
    words.remove(server);
    newMemberSeconds.remove(server);
    trusted.removeIf(membership -> membership.serverId().equals(server));
    asked.removeIf(membership -> membership.serverId().equals(server));
    reports.keySet().removeIf(report -> report.serverId().equals(server));
    pictures.remove(server.value());
    channels.entrySet().stream()
        .filter(channel -> channel.getValue().equals(server))
        .forEach(channel -> forget(channel.getKey()));
    channels.values().removeIf(server::equals);
    messages.values().removeIf(message -> message.serverId().equals(server));
    buried.values().removeIf(message -> message.serverId().equals(server));
    deletedRoles.values().removeIf(server::equals);
    deletedChannels.values().removeIf(channel -> channel.serverId().equals(server));
    events.add(new ServerDeleted(server, by));
  }

  /** Nobody sees it, and all of it but its own row is there. */
  public void scheduleDeletion(ServerId server, UserId by) {
    hidden.put(server, known(members, server));
    members.remove(server);
    events.add(new ServerDeletionScheduled(server, by, Instant.parse("2026-03-08T09:00:00Z")));
  }

  public void restore(ServerId server, UserId by) {
    members.put(server, known(hidden, server));
    hidden.remove(server);
    events.add(new ServerRestored(server, by));
  }

  /** As it happens when nobody removed a row yet: on a replay. */
  public void finishDeletion(ServerId server, UserId by) {
    hidden.remove(server);
    events.add(new ServerDeletionStarted(server, by));
    events.add(new ServerDeletionAdvanced(server, by, "messages", 3, 3));
    deleteServer(server, by);
    events.removeLast();
    invitations.values().stream()
        .filter(invitation -> invitation.serverId().equals(server))
        .map(InvitationCreated::code)
        .forEach(uses::remove);
    invitations.values().removeIf(invitation -> invitation.serverId().equals(server));
    events.add(new ServerDeletionFinished(server, by, Map.of("messages", 3L)));
  }

  /** The servers that can be restored. */
  public Set<ServerId> hidden() {
    return hidden.keySet();
  }

  public ChannelId createChannel(ServerId server, boolean isPrivate, @Nullable ChannelId parent) {
    ChannelId channel = new ChannelId(ids.next());
    channels.put(channel, server);
    places.put(channel, ChannelOrder.first(channel));
    overwrites.put(
        channel,
        isPrivate ? ChannelAccess.hidden(channel, server) : ChannelAccess.open(channel, server));
    if (parent != null) {
      folders.put(channel, parent);
      if (!isPrivate) {
        synced.add(channel);
      }
    }
    events.add(
        new ChannelCreated(
            channel, server, "general", "text", parent, isPrivate, users.getFirst()));
    return channel;
  }

  public void deleteChannel(ChannelId channel, UserId by) {
    ServerId server = known(channels, channel);
    List<ChannelId> inside =
        folders.entrySet().stream()
            .filter(one -> one.getValue().equals(channel))
            .map(Map.Entry::getKey)
            .toList();
    inside.forEach(one -> deleteOne(one, server, by));
    deleteOne(channel, server, by);
  }

  /** With all that was said in it, whichever way it goes. */
  public void deleteChannelForEver(ChannelId channel, UserId by) {
    deleteChannel(channel, by);
    if (deletedChannels.containsKey(channel)) {
      finishChannelDeletion(channel);
    }
  }

  /** As before channels could be restored, or as since then. */
  private void deleteOne(ChannelId channel, ServerId server, UserId by) {
    boolean restorable = random.nextInt(4) > 0;
    if (restorable) {
      deletedChannels.put(channel, asItIs(channel, server, by));
      messages.values().stream()
          .filter(message -> message.channelId().equals(channel))
          .forEach(message -> buried.put(message.messageId(), message));
    }
    channels.remove(channel);
    forget(channel);
    messages.values().removeIf(message -> message.channelId().equals(channel));
    events.add(new ChannelDeleted(channel, server, by, restorable ? FINAL_AT : null));
  }

  private ChannelRestored asItIs(ChannelId channel, ServerId server, UserId by) {
    ChannelAccess own = known(overwrites, channel);
    Map<String, List<String>> allowed = new HashMap<>();
    Map<String, List<String>> denied = new HashMap<>();
    own.roles()
        .forEach(
            (role, one) -> {
              String key = ChannelRestored.key(OverwriteKind.ROLE, role.value());
              allowed.put(key, one.allow().names());
              denied.put(key, one.deny().names());
            });
    own.members()
        .forEach(
            (member, one) -> {
              String key = ChannelRestored.key(OverwriteKind.MEMBER, member.value());
              allowed.put(key, one.allow().names());
              denied.put(key, one.deny().names());
            });
    return new ChannelRestored(
        channel,
        server,
        "restored",
        "text",
        "all about it",
        5,
        folders.get(channel),
        synced.contains(channel),
        known(places, channel),
        allowed,
        denied,
        Instant.parse("2026-03-01T09:00:00Z"),
        by);
  }

  /** Its folder may be gone: projections do not ask. */
  public void restoreChannel(ChannelId channel) {
    ChannelRestored back = known(deletedChannels, channel);
    deletedChannels.remove(channel);
    restoredOnce.add(channel);
    channels.put(channel, back.serverId());
    places.put(channel, back.place());
    overwrites.put(channel, back.own());
    ChannelId folder = back.folderId();
    if (folder != null) {
      folders.put(channel, folder);
    }
    if (back.synced()) {
      synced.add(channel);
    }
    buried.values().stream()
        .filter(message -> message.channelId().equals(channel))
        .forEach(message -> messages.put(message.messageId(), message));
    buried.values().removeIf(message -> message.channelId().equals(channel));
    events.add(back);
  }

  /** As it happens when nobody removed a row yet: on a replay. */
  public void finishChannelDeletion(ChannelId channel) {
    ChannelRestored gone = known(deletedChannels, channel);
    deletedChannels.remove(channel);
    buried.values().removeIf(message -> message.channelId().equals(channel));
    events.add(new ChannelDeletionFinished(channel, gone.serverId(), gone.restoredBy()));
  }

  /** Its own overwrites count before and after, as those do that it took along. */
  public void move(ChannelId channel, @Nullable ChannelId folder, UserId by) {
    if (synced.contains(channel)) {
      unsync(channel, by);
    }
    if (folder == null) {
      folders.remove(channel);
    } else {
      folders.put(channel, folder);
    }
    events.add(new ChannelMoved(channel, known(channels, channel), folder, by));
    place(channel, by);
  }

  public void place(ChannelId channel, UserId by) {
    String place = ChannelOrder.first(any(List.copyOf(channels.keySet()))) + "i" + events.size();
    places.put(channel, place.replaceAll("0+$", ""));
    events.add(
        new ChannelPlaced(
            channel, known(channels, channel), folders.get(channel), known(places, channel), by));
  }

  private void forget(ChannelId channel) {
    places.remove(channel);
    overwrites.remove(channel);
    folders.remove(channel);
    synced.remove(channel);
  }

  public RoleId createRole(ServerId server, UserId by) {
    RoleId role = new RoleId(ids.next());
    known(roles, server).add(role);
    events.add(new RoleCreated(server, role, "role", "#b45309", List.of("KICK_MEMBERS"), by));
    return role;
  }

  public void reorderRoles(ServerId server, UserId by) {
    Collections.shuffle(known(roles, server), random);
    events.add(new RolesReordered(server, known(roles, server), by));
  }

  /** As before roles could be restored, or as since then. */
  public void deleteRole(ServerId server, RoleId role, UserId by) {
    boolean restorable = random.nextInt(4) > 0;
    known(roles, server).remove(role);
    if (restorable) {
      deletedRoles.put(role, server);
    } else {
      held.forEach((membership, some) -> some.remove(role));
      overwrites.replaceAll((channel, some) -> some.without(OverwriteKind.ROLE, role.value()));
    }
    events.add(new RoleDeleted(server, role, by, restorable ? FINAL_AT : null));
  }

  public void restoreRole(RoleId role, UserId by) {
    ServerId server = known(deletedRoles, role);
    deletedRoles.remove(role);
    List<RoleId> order = known(roles, server);
    order.add(random.nextInt(order.size() + 1), role);
    events.add(
        new RoleRestored(server, role, "restored", null, List.of("KICK_MEMBERS"), order, by));
  }

  public void giveRole(ServerId server, UserId user, RoleId role, UserId by) {
    held.computeIfAbsent(new MembershipId(server, user), _ -> new LinkedHashSet<>()).add(role);
    events.add(new RoleGiven(server, user, role, by));
  }

  public void takeRole(ServerId server, UserId user, RoleId role, UserId by) {
    held.getOrDefault(new MembershipId(server, user), new LinkedHashSet<>()).remove(role);
    events.add(new RoleTaken(server, user, role, by));
  }

  public void overwrite(ChannelId channel, OverwriteKind kind, UUID target, UserId by) {
    Overwrite overwrite = Overwrite.named(List.of("SPEAK"), List.of("VIDEO"));
    overwrites.compute(
        channel, (_, some) -> Objects.requireNonNull(some).with(kind, target, overwrite));
    events.add(
        new ChannelOverwriteSet(
            channel,
            known(channels, channel),
            kind.wireName(),
            target,
            overwrite.allow().names(),
            overwrite.deny().names(),
            by));
  }

  public void removeOverwrite(ChannelId channel, OverwriteKind kind, UUID target, UserId by) {
    overwrites.compute(channel, (_, some) -> Objects.requireNonNull(some).without(kind, target));
    events.add(
        new ChannelOverwriteRemoved(
            channel, known(channels, channel), kind.wireName(), target, by));
  }

  public void unsync(ChannelId channel, UserId by) {
    synced.remove(channel);
    events.add(new ChannelUnsynced(channel, known(channels, channel), by));
  }

  public void sync(ChannelId channel, UserId by) {
    ServerId server = known(channels, channel);
    synced.add(channel);
    overwrites.put(channel, ChannelAccess.open(channel, server));
    events.add(new ChannelSynced(channel, server, known(folders, channel), by));
  }

  public MessageId say(ChannelId channel, UserId author, String content) {
    MessageSent sent =
        new MessageSent(
            new MessageId(ids.next()), channel, known(channels, channel), author, content, null);
    messages.put(sent.messageId(), sent);
    events.add(sent);
    return sent.messageId();
  }

  public void edit(MessageId message, String content) {
    MessageSent sent = known(messages, message);
    messages.put(
        message,
        new MessageSent(
            message, sent.channelId(), sent.serverId(), sent.authorId(), content, null));
    events.add(
        new MessageEdited(message, sent.channelId(), sent.serverId(), sent.authorId(), content));
  }

  public void delete(MessageId message) {
    MessageSent sent = known(messages, message);
    messages.remove(message);
    events.add(new MessageDeleted(message, sent.channelId(), sent.serverId(), sent.authorId()));
  }

  /** A world in which much comes and goes. */
  public static Story random(long seed, int steps) {
    Story story = new Story(seed);
    story.foundServer(story.someoneSignsUp());
    for (int i = 0; i < steps; i++) {
      story.step(i);
    }
    story.endWithWhatIsRare();
    return story;
  }

  public void forbid(ServerId server, List<String> some, WordAction action, UserId by) {
    Map<String, String> all = words.computeIfAbsent(server, _ -> new LinkedHashMap<>());
    some.forEach(word -> all.put(word, action.wireName()));
    events.add(new WordsForbidden(server, some, action.wireName(), by));
  }

  public void allow(ServerId server, List<String> some, UserId by) {
    some.forEach(words.getOrDefault(server, new LinkedHashMap<>())::remove);
    events.add(new WordsAllowed(server, some, by));
  }

  public void limitNewMembers(ServerId server, long seconds, UserId by) {
    newMemberSeconds.put(server, seconds);
    events.add(new NewMemberLimitSet(server, seconds, by));
  }

  public void trust(ServerId server, UserId user, UserId by) {
    trusted.add(new MembershipId(server, user));
    events.add(new MemberTrusted(server, user, by));
  }

  public void ask(ServerId server, UserId guest, UserId inviter) {
    asked.add(new MembershipId(server, guest));
    events.add(new MemberInvited(server, guest, inviter, FINAL_AT, 0));
  }

  public void report(ServerId server, UserId accused, @Nullable UserId by) {
    reports.put(new Reported(server, accused.value()), true);
    events.add(
        new ReportFiled(server, "member", accused.value(), accused, null, null, by, "spam", null));
  }

  public void resolve(Reported report, UserId by) {
    reports.put(report, false);
    events.add(
        new ReportResolved(
            report.serverId(),
            "member",
            report.targetId(),
            new UserId(report.targetId()),
            null,
            "acted",
            "a note",
            by));
  }

  public void reopen(Reported report, UserId by) {
    reports.put(report, true);
    events.add(
        new ReportReopened(
            report.serverId(),
            "member",
            report.targetId(),
            new UserId(report.targetId()),
            null,
            by));
  }

  public void showPicture(ServerId server, @Nullable String picture, UserId by) {
    remember(server.value(), picture);
    events.add(new ServerPictureSet(server, picture, by));
  }

  public void showPicture(UserId user, @Nullable String picture) {
    remember(user.value(), picture);
    events.add(new UserPictureSet(user, picture));
  }

  private void remember(UUID of, @Nullable String picture) {
    if (picture == null) {
      pictures.remove(of);
    } else {
      pictures.put(of, picture);
    }
  }

  private void endWithWhatIsRare() {
    UserId owner = someoneSignsUp();
    ServerId server = foundServer(owner);
    ban(server, someoneSignsUp(), owner);
    UserId loud = someoneSignsUp();
    join(server, loud);
    timeOut(server, loud, owner);
    furnish(server, loud, owner);
    ServerId hiddenOne = foundServer(owner);
    UserId quiet = someoneSignsUp();
    join(hiddenOne, quiet);
    furnish(hiddenOne, quiet, owner);
    scheduleDeletion(hiddenOne, owner);
    ServerId ended = foundServer(owner);
    join(ended, quiet);
    furnish(ended, quiet, owner);
    scheduleDeletion(ended, owner);
    finishDeletion(ended, owner);
  }

  /** What moderation keeps, and pictures. */
  private void furnish(ServerId server, UserId member, UserId owner) {
    forbid(server, List.of("tar"), WordAction.BLOCK, owner);
    forbid(server, List.of("hot water"), WordAction.REPORT, owner);
    limitNewMembers(server, 600, owner);
    trust(server, member, owner);
    ask(server, someoneSignsUp(), owner);
    report(server, member, owner);
    report(server, owner, null);
    resolve(new Reported(server, owner.value()), owner);
    showPicture(server, picture(), owner);
    showPicture(member, picture());
  }

  private String picture() {
    return "%032x".formatted(events.size());
  }

  private @Nullable String picture(int i) {
    return random.nextInt(3) == 0 ? null : "%032x".formatted(i);
  }

  private void step(int i) {
    UserId user = any(users);
    if (members.isEmpty()) {
      foundServer(user);
    }
    ServerId server = any(List.copyOf(members.keySet()));
    switch (random.nextInt(60)) {
      case 0 -> foundServer(someoneSignsUp());
      case 1, 2 -> someoneSignsUp();
      case 3, 4 -> createChannel(server, random.nextBoolean(), null);
      case 5 -> events.add(new ServerRenamed(server, "Renamed " + i, user));
      case 6 ->
          events.add(
              switch (random.nextInt(5)) {
                case 0 -> new OwnershipTransferred(server, user, any(users));
                case 1 -> new ServerBannerSet(server, picture(i), user);
                case 2 -> new ServerTagged(server, List.of("tag" + i), user);
                case 3 -> new ServerVisibilitySet(server, any(List.of("private", "public")), user);
                default -> new ServerDescribed(server, "About " + i, user);
              });
      case 7 -> {
        switch (random.nextInt(12)) {
          case 0, 1 -> deleteServer(server, user);
          case 2, 3, 4 -> scheduleDeletion(server, user);
          case 5, 6 -> hidden.keySet().stream().findFirst().ifPresent(one -> restore(one, user));
          case 7 ->
              hidden.keySet().stream().findFirst().ifPresent(one -> finishDeletion(one, user));
          default -> {}
        }
      }
      case 8, 9, 10 -> {
        if (known(members, server).contains(user)) {
          leave(server, user);
        } else {
          join(server, user);
        }
      }
      case 11, 12 -> createChannel(server, random.nextInt(3) == 0, anyFolderOf(server));
      case 13, 14, 15, 16, 17, 18, 19 -> inRoles(i, server, user);
      case 20, 21, 22, 23 -> inOverwrites(user);
      case 24 -> {
        if (random.nextInt(3) == 0) {
          askIn(server, user);
        } else {
          invite(server, user);
        }
      }
      case 25, 26 -> withInvitation(user);
      case 27, 28, 29 -> inModeration(server, user);
      case 30, 31 -> inReports(server, user);
      case 32, 33 -> inSafety(i, server, user);
      default -> inChannel(i, user);
    }
  }

  /** Any channel will do: projections do not ask what type it is. */
  private @Nullable ChannelId anyFolderOf(ServerId server) {
    List<ChannelId> some =
        channels.entrySet().stream()
            .filter(channel -> channel.getValue().equals(server))
            .map(Map.Entry::getKey)
            .filter(channel -> !folders.containsKey(channel))
            .toList();
    return some.isEmpty() ? null : any(some);
  }

  private void inRoles(int i, ServerId server, UserId user) {
    if (known(roles, server).isEmpty() || known(members, server).isEmpty()) {
      createRole(server, user);
      return;
    }
    RoleId role = any(known(roles, server));
    UserId member = any(List.copyOf(known(members, server)));
    switch (random.nextInt(12)) {
      case 0, 1 -> createRole(server, user);
      case 2 -> events.add(new RoleRenamed(server, role, "Role " + i, user));
      case 3 -> events.add(new RoleRecoloured(server, role, null, user));
      case 4 ->
          events.add(
              new RolePermissionsSet(
                  server,
                  random.nextBoolean() ? role : RoleId.everyone(server),
                  List.of("SPEAK"),
                  user));
      case 5 -> reorderRoles(server, user);
      case 6 -> {
        if (random.nextBoolean()) {
          deleteRole(server, role, user);
        } else {
          deletedRoles.keySet().stream().findFirst().ifPresent(one -> restoreRole(one, user));
        }
      }
      case 7, 8 -> takeRole(server, member, role, user);
      default -> giveRole(server, member, role, user);
    }
  }

  private void inModeration(ServerId server, UserId by) {
    if (known(members, server).isEmpty()) {
      return;
    }
    UserId member = any(List.copyOf(known(members, server)));
    MembershipId membership = new MembershipId(server, member);
    switch (random.nextInt(10)) {
      case 0 -> kick(server, member, by);
      case 1 -> ban(server, member, by);
      case 8, 9 -> {
        ban(server, member, by);
        if (random.nextBoolean()) {
          bringBack(membership, by);
        }
      }
      case 2 -> ban(server, any(users), by);
      case 3 ->
          banned.stream()
              .filter(one -> one.serverId().equals(server))
              .findFirst()
              .ifPresent(one -> unban(server, one.userId(), by));
      case 4 -> {
        if (timedOut.containsKey(membership)) {
          liftTimeout(server, member, by);
        }
      }
      default -> timeOut(server, member, by);
    }
  }

  private void inReports(ServerId server, UserId by) {
    List<Reported> known =
        reports.keySet().stream().filter(one -> one.serverId().equals(server)).toList();
    if (known.isEmpty() || random.nextBoolean()) {
      report(server, any(users), random.nextInt(4) == 0 ? null : by);
      return;
    }
    Reported one = any(known);
    if (known(reports, one)) {
      resolve(one, by);
    } else {
      reopen(one, by);
    }
  }

  private void inSafety(int i, ServerId server, UserId by) {
    List<String> some = List.of("word" + random.nextInt(8), "phrase " + random.nextInt(8));
    switch (random.nextInt(7)) {
      case 0, 1 -> forbid(server, some, any(List.of(WordAction.values())), by);
      case 2 -> allow(server, some, by);
      case 3 -> limitNewMembers(server, 60L * random.nextInt(3), by);
      case 4 -> showPicture(server, picture(i), by);
      case 5 -> showPicture(by, picture(i));
      default -> {
        if (!known(members, server).isEmpty()) {
          trust(server, any(List.copyOf(known(members, server))), by);
        }
      }
    }
  }

  private void inOverwrites(UserId user) {
    if (channels.isEmpty()) {
      return;
    }
    ChannelId channel = any(List.copyOf(channels.keySet()));
    List<RoleId> some = known(roles, known(channels, channel));
    boolean forRole = random.nextBoolean() && !some.isEmpty();
    OverwriteKind kind = forRole ? OverwriteKind.ROLE : OverwriteKind.MEMBER;
    UUID target = forRole ? any(some).value() : user.value();
    switch (random.nextInt(5)) {
      case 0 -> removeOverwrite(channel, kind, target, user);
      case 1 -> {
        if (folders.containsKey(channel)) {
          sync(channel, user);
        }
      }
      case 2 -> {
        if (synced.contains(channel)) {
          unsync(channel, user);
        }
      }
      default -> overwrite(channel, kind, target, user);
    }
  }

  /** Someone who answers, or does not, or is asked no more. */
  private void askIn(ServerId server, UserId inviter) {
    UserId guest = any(users);
    if (known(members, server).contains(guest)) {
      return;
    }
    ask(server, guest, inviter);
    MembershipId answered = new MembershipId(server, guest);
    switch (random.nextInt(4)) {
      case 0 -> {
        asked.remove(answered);
        events.add(new MemberInvitationDeclined(server, guest));
      }
      case 1 -> {
        asked.remove(answered);
        events.add(new MemberInvitationRevoked(server, guest, inviter));
      }
      case 2 -> {
        join(server, guest);
        events.add(new MemberInvitationAccepted(server, guest));
      }
      default -> {
        // They have not answered yet.
      }
    }
  }

  private void withInvitation(UserId user) {
    if (invitations.isEmpty()) {
      return;
    }
    InvitationCreated invitation = any(List.copyOf(invitations.values()));
    Set<UserId> there = members.get(invitation.serverId());
    if (there == null) {
      return;
    }
    if (random.nextInt(4) == 0) {
      revoke(invitation.code(), user);
    } else if (random.nextInt(6) == 0) {
      putBack(invitation, user);
    } else if (!there.contains(user)) {
      accept(invitation.code(), user);
    }
  }

  private void inChannel(int i, UserId user) {
    if (channels.isEmpty()) {
      return;
    }
    ChannelId channel = any(List.copyOf(channels.keySet()));
    MessageId message = messages.isEmpty() ? null : any(List.copyOf(messages.keySet()));
    int choice = random.nextInt(20);
    if (choice == 0) {
      events.add(new ChannelRenamed(channel, known(channels, channel), "name " + i, user));
    } else if (choice == 1) {
      events.add(new ChannelTopicSet(channel, known(channels, channel), "topic " + i, user));
    } else if (choice == 2 && random.nextInt(3) == 0) {
      deleteChannel(channel, user);
    } else if (choice == 2 && !deletedChannels.isEmpty()) {
      ChannelId one = any(List.copyOf(deletedChannels.keySet()));
      if (random.nextBoolean()) {
        restoreChannel(one);
      } else {
        finishChannelDeletion(one);
      }
    } else if (choice == 3) {
      place(channel, user);
    } else if (choice == 4 && random.nextBoolean()) {
      moveAnywhere(channel, user);
    } else if (choice == 5 && random.nextInt(3) == 0) {
      events.add(new ChannelSlowModeSet(channel, known(channels, channel), i % 60, user));
    } else if (choice < 8 && message != null) {
      edit(message, "edited " + i);
    } else if (choice < 11 && message != null) {
      delete(message);
    } else {
      say(channel, user, "said " + i);
    }
  }

  /** What holds others goes into none itself. */
  private void moveAnywhere(ChannelId channel, UserId user) {
    ChannelId folder = random.nextInt(3) == 0 ? null : anyFolderOf(known(channels, channel));
    boolean fits =
        folder == null
            || !folder.equals(channel)
                && !folders.containsValue(channel)
                && !restoredOnce.contains(folder);
    if (fits) {
      move(channel, folder, user);
    }
  }

  private static <K, V> V known(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}

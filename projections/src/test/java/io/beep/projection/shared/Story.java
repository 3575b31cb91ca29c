package io.beep.projection.shared;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.user.UserRegistered;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens in a small world, told by events, and how things stand after it. */
public final class Story {

  private final Random random;
  private final IdGenerator ids;
  private final List<DomainEvent> events = new ArrayList<>();
  private final List<UserId> users = new ArrayList<>();
  private final Map<ServerId, Set<UserId>> members = new LinkedHashMap<>();
  private final Map<ChannelId, ServerId> channels = new LinkedHashMap<>();
  private final Map<MessageId, MessageSent> messages = new LinkedHashMap<>();
  private final Map<String, InvitationCreated> invitations = new LinkedHashMap<>();
  private final Map<String, Integer> uses = new LinkedHashMap<>();

  public Story(long seed) {
    random = new Random(seed);
    ids =
        new UuidV7Generator(
            Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC), random);
  }

  public List<DomainEvent> events() {
    return List.copyOf(events);
  }

  /** Text of every message that is there at the end. */
  public Map<MessageId, String> contents() {
    Map<MessageId, String> contents = new HashMap<>();
    messages.forEach((id, message) -> contents.put(id, message.content()));
    return contents;
  }

  public Map<ServerId, Set<UserId>> members() {
    return members;
  }

  public Set<ChannelId> channels() {
    return channels.keySet();
  }

  /** How often each invitation was used, those that ended included. */
  public Map<String, Integer> uses() {
    return uses;
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
    join(server, owner);
    return server;
  }

  public void join(ServerId server, UserId user) {
    known(members, server).add(user);
    events.add(new MemberJoined(server, user));
  }

  public String invite(ServerId server, UserId inviter) {
    InvitationCreated created =
        new InvitationCreated(
            "code" + invitations.size(),
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

  public void leave(ServerId server, UserId user) {
    known(members, server).remove(user);
    events.add(new MemberLeft(server, user));
  }

  public void deleteServer(ServerId server, UserId by) {
    members.remove(server);
    channels.values().removeIf(server::equals);
    messages.values().removeIf(message -> message.serverId().equals(server));
    events.add(new ServerDeleted(server, by));
  }

  public ChannelId createChannel(ServerId server, boolean isPrivate, @Nullable ChannelId parent) {
    ChannelId channel = new ChannelId(ids.next());
    channels.put(channel, server);
    events.add(
        new ChannelCreated(
            channel, server, "general", "text", parent, isPrivate, users.getFirst()));
    return channel;
  }

  public void deleteChannel(ChannelId channel, UserId by) {
    ServerId server = known(channels, channel);
    channels.remove(channel);
    messages.values().removeIf(message -> message.channelId().equals(channel));
    events.add(new ChannelDeleted(channel, server, by));
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
    return story;
  }

  private void step(int i) {
    UserId user = any(users);
    if (members.isEmpty()) {
      foundServer(user);
    }
    ServerId server = any(List.copyOf(members.keySet()));
    switch (random.nextInt(40)) {
      case 0 -> foundServer(someoneSignsUp());
      case 1, 2 -> someoneSignsUp();
      case 3, 4 -> createChannel(server, random.nextBoolean(), null);
      case 5 -> events.add(new ServerRenamed(server, "Renamed " + i, user));
      case 6 -> events.add(new ServerDescribed(server, "About " + i, user));
      case 7 -> {
        if (random.nextInt(4) == 0) {
          deleteServer(server, user);
        }
      }
      case 8, 9, 10 -> {
        if (known(members, server).contains(user)) {
          leave(server, user);
        } else {
          join(server, user);
        }
      }
      case 11 -> invite(server, user);
      case 12, 13 -> withInvitation(user);
      default -> inChannel(i, user);
    }
  }

  private void withInvitation(UserId user) {
    if (invitations.isEmpty()) {
      return;
    }
    InvitationCreated invitation = any(List.copyOf(invitations.values()));
    Set<UserId> there = members.get(invitation.serverId());
    if (random.nextInt(4) == 0) {
      revoke(invitation.code(), user);
    } else if (there != null && !there.contains(user)) {
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
    } else if (choice < 6 && message != null) {
      edit(message, "edited " + i);
    } else if (choice < 9 && message != null) {
      delete(message);
    } else {
      say(channel, user, "said " + i);
    }
  }

  private static <K, V> V known(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}

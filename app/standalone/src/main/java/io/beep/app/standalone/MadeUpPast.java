package io.beep.app.standalone;

import io.beep.app.eventstore.TailingEventStore;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.user.UserRegistered;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * A past like that of a real Beep: some servers with their members and channels, and then messages
 * of some 100 characters, of which a few are edited and fewer deleted. The same at each run.
 */
final class MadeUpPast {

  private static final int SERVERS = 20;
  private static final int CHANNELS = 5;
  private static final int MEMBERS = 100;
  private static final int AT_ONCE = 500;
  private static final int RECENT = 1_000;

  private static final String[] WORDS =
      "time people way day man thing woman life child world school state family student group country problem hand part place case week company system program question work government number night point home water room mother area money story fact month lot right study book eye job word business issue side kind head house service friend father power hour game line end member law car city community name"
          .split(" ");

  private final TailingEventStore store;
  private final Random random = new Random(20_261_121);
  private final UuidV7Generator ids = new UuidV7Generator(Clock.systemUTC(), random);
  private final List<DomainEventMessage<?>> batch = new ArrayList<>(AT_ONCE);
  private final Map<String, Long> sequences = new HashMap<>();
  private final List<MessageSent> recent = new ArrayList<>(RECENT);
  private int told;

  MadeUpPast(TailingEventStore store) {
    this.store = store;
  }

  /** Stores so many events. */
  void tell(int events) {
    List<UserId> users = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      UserId user = new UserId(ids.next());
      users.add(user);
      add("User", user.toString(), new UserRegistered(user, "user" + i, "User", "Nr " + i));
    }
    List<ChannelCreated> channels = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      channels.addAll(server(users));
    }
    while (told < events) {
      say(channels.get(random.nextInt(channels.size())), users.get(random.nextInt(MEMBERS)));
    }
    publish();
  }

  private List<ChannelCreated> server(List<UserId> users) {
    ServerId server = new ServerId(ids.next());
    add(
        "Server",
        server.toString(),
        new ServerCreated(
            server,
            users.getFirst(),
            "Server",
            null,
            "public",
            Permissions.DEFAULT_FOR_EVERYONE.names()));
    for (UserId user : users) {
      add("Membership", new MembershipId(server, user).toString(), new MemberJoined(server, user));
    }
    List<ChannelCreated> channels = new ArrayList<>();
    for (int i = 0; i < CHANNELS; i++) {
      ChannelId channel = new ChannelId(ids.next());
      ChannelCreated created =
          new ChannelCreated(
              channel, server, "channel-" + i, "text", null, false, users.getFirst());
      add("Channel", channel.toString(), created);
      channels.add(created);
    }
    return channels;
  }

  private void say(ChannelCreated channel, UserId author) {
    int choice = random.nextInt(100);
    if (choice < 5 && !recent.isEmpty()) {
      MessageSent sent = recent.get(random.nextInt(recent.size()));
      add(
          "Message",
          sent.messageId().toString(),
          new MessageEdited(
              sent.messageId(), sent.channelId(), sent.serverId(), sent.authorId(), text()));
    } else if (choice < 7 && !recent.isEmpty()) {
      MessageSent sent = recent.remove(recent.size() - 1);
      add(
          "Message",
          sent.messageId().toString(),
          new MessageDeleted(sent.messageId(), sent.channelId(), sent.serverId(), author));
    } else {
      MessageSent sent =
          new MessageSent(
              new MessageId(ids.next()),
              channel.channelId(),
              channel.serverId(),
              author,
              text(),
              null);
      add("Message", sent.messageId().toString(), sent);
      if (recent.size() == RECENT) {
        recent.clear();
      }
      recent.add(sent);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int length = 40 + random.nextInt(120);
    while (text.length() < length) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text.toString().strip();
  }

  private void add(String type, String aggregate, DomainEvent event) {
    long sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
    batch.add(new GenericDomainEventMessage<>(type, aggregate, sequence, event));
    told++;
    if (batch.size() == AT_ONCE) {
      publish();
    }
  }

  private void publish() {
    if (!batch.isEmpty()) {
      store.publish(List.copyOf(batch));
      batch.clear();
    }
  }
}

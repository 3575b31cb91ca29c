package io.beep.gateway.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserView;
import io.beep.gateway.shared.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives each event its form on the wire. What a client relies on stands here. */
final class FrameWriter {

  record Founded(
      ServerId id,
      String name,
      @Nullable String description,
      String visibility,
      UserId ownerId,
      Instant createdAt) {}

  record ServerCreatedData(String type, long position, Instant at, Founded server) {}

  record ServerRenamedData(
      String type, long position, Instant at, ServerId serverId, String name) {}

  /**
   * @param description left out when the server says nothing any more
   */
  record ServerDescribedData(
      String type, long position, Instant at, ServerId serverId, @Nullable String description) {}

  record ServerDeletedData(String type, long position, Instant at, ServerId serverId) {}

  record MemberJoinedData(
      String type, long position, Instant at, ServerId serverId, MemberView member) {}

  record MemberLeftData(String type, long position, Instant at, ServerId serverId, UserId userId) {}

  /** A channel without what depends on who asks. It stands behind all others of its server. */
  record NewChannel(
      ChannelId id,
      ServerId serverId,
      String name,
      String type,
      @Nullable ChannelId parentId,
      @JsonProperty("private") boolean isPrivate,
      Instant createdAt) {}

  record ChannelCreatedData(String type, long position, Instant at, NewChannel channel) {}

  record ChannelRenamedData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      ChannelId channelId,
      String name) {}

  /**
   * @param topic left out when there is none any more
   */
  record ChannelTopicSetData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      ChannelId channelId,
      @Nullable String topic) {}

  record ChannelDeletedData(
      String type, long position, Instant at, ServerId serverId, ChannelId channelId) {}

  record MessageSentData(
      String type, long position, Instant at, ServerId serverId, MessageView message) {}

  record Edited(MessageId id, ChannelId channelId, String content, Instant editedAt) {}

  record MessageEditedData(
      String type, long position, Instant at, ServerId serverId, Edited message) {}

  record MessageDeletedData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      ChannelId channelId,
      MessageId messageId) {}

  record PositionData(String type, long position, Instant at) {}

  record TypingData(
      String type, Instant at, ServerId serverId, ChannelId channelId, UserView user) {}

  /** Every type of frame, with what its data has. */
  static final Map<String, Class<? extends Record>> DATA =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("server.created", ServerCreatedData.class),
              Map.entry("server.renamed", ServerRenamedData.class),
              Map.entry("server.described", ServerDescribedData.class),
              Map.entry("server.deleted", ServerDeletedData.class),
              Map.entry("member.joined", MemberJoinedData.class),
              Map.entry("member.left", MemberLeftData.class),
              Map.entry("channel.created", ChannelCreatedData.class),
              Map.entry("channel.renamed", ChannelRenamedData.class),
              Map.entry("channel.topic-set", ChannelTopicSetData.class),
              Map.entry("channel.deleted", ChannelDeletedData.class),
              Map.entry("message.sent", MessageSentData.class),
              Map.entry("message.edited", MessageEditedData.class),
              Map.entry("message.deleted", MessageDeletedData.class),
              Map.entry("typing", TypingData.class),
              Map.entry("feed.ready", PositionData.class),
              Map.entry("feed.reset", PositionData.class),
              Map.entry("feed.position", PositionData.class)));

  private final Json json;

  FrameWriter(Json json) {
    this.json = json;
  }

  /** {@code feed.ready}, {@code feed.reset} and {@code feed.position}. */
  Frame position(String type, long position, Instant now) {
    return Frame.of(position, type, json.write(new PositionData(type, position, trim(now))));
  }

  Frame typing(Signal.Typing typing) {
    return Frame.of(
        Frame.NO_POSITION,
        "typing",
        json.write(
            new TypingData(
                "typing",
                trim(typing.at()),
                typing.serverId(),
                typing.channelId(),
                typing.user())));
  }

  Frame write(FeedEvent event) {
    long p = event.position();
    Instant at = trim(event.at());
    return switch (event.event()) {
      case ServerCreated e ->
          frame(
              p,
              "server.created",
              new ServerCreatedData(
                  "server.created",
                  p,
                  at,
                  new Founded(
                      e.serverId(), e.name(), e.description(), e.visibility(), e.ownerId(), at)));
      case ServerRenamed e ->
          frame(
              p,
              "server.renamed",
              new ServerRenamedData("server.renamed", p, at, e.serverId(), e.name()));
      case ServerDescribed e ->
          frame(
              p,
              "server.described",
              new ServerDescribedData("server.described", p, at, e.serverId(), e.description()));
      case ServerDeleted e ->
          frame(p, "server.deleted", new ServerDeletedData("server.deleted", p, at, e.serverId()));
      case MemberJoined e ->
          frame(
              p,
              "member.joined",
              new MemberJoinedData(
                  "member.joined", p, at, e.serverId(), member(event, e.userId(), at)));
      case MemberLeft e ->
          frame(
              p, "member.left", new MemberLeftData("member.left", p, at, e.serverId(), e.userId()));
      case ChannelCreated e ->
          frame(
              p,
              "channel.created",
              new ChannelCreatedData(
                  "channel.created",
                  p,
                  at,
                  new NewChannel(
                      e.channelId(),
                      e.serverId(),
                      e.name(),
                      e.type(),
                      e.parentId(),
                      e.isPrivate(),
                      at)));
      case ChannelRenamed e ->
          frame(
              p,
              "channel.renamed",
              new ChannelRenamedData(
                  "channel.renamed", p, at, e.serverId(), e.channelId(), e.name()));
      case ChannelTopicSet e ->
          frame(
              p,
              "channel.topic-set",
              new ChannelTopicSetData(
                  "channel.topic-set", p, at, e.serverId(), e.channelId(), e.topic()));
      case ChannelDeleted e ->
          frame(
              p,
              "channel.deleted",
              new ChannelDeletedData("channel.deleted", p, at, e.serverId(), e.channelId()));
      case MessageSent e ->
          frame(
              p,
              "message.sent",
              new MessageSentData("message.sent", p, at, e.serverId(), message(event, e, at)));
      case MessageEdited e ->
          frame(
              p,
              "message.edited",
              new MessageEditedData(
                  "message.edited",
                  p,
                  at,
                  e.serverId(),
                  new Edited(e.messageId(), e.channelId(), e.content(), at)));
      case MessageDeleted e ->
          frame(
              p,
              "message.deleted",
              new MessageDeletedData(
                  "message.deleted", p, at, e.serverId(), e.channelId(), e.messageId()));
      default ->
          throw new IllegalArgumentException("nobody sees " + event.event().getClass().getName());
    };
  }

  private Frame frame(long position, String type, Object data) {
    return Frame.of(position, type, json.write(data));
  }

  private static MessageView message(FeedEvent event, MessageSent sent, Instant at) {
    UserView author = person(event, sent.authorId());
    return new MessageView(
        sent.messageId(),
        sent.channelId(),
        new AuthorView(
            author.id(),
            author.username(),
            author.displayName(),
            author.avatarUrl(),
            AuthorKind.USER),
        sent.content(),
        at,
        null,
        sent.replyTo(),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private static MemberView member(FeedEvent event, UserId user, Instant at) {
    UserView person = person(event, user);
    return new MemberView(
        user, person.username(), person.displayName(), person.avatarUrl(), List.of(), at);
  }

  private static UserView person(FeedEvent event, UserId user) {
    UserView known = event.person();
    return known == null ? People.unknown(user) : known;
  }

  /** As exact as the read models keep it, so that a frame and a query tell the same time. */
  private static Instant trim(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}

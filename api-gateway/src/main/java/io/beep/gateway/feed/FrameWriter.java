package io.beep.gateway.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.channel.ChannelBookEvent;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelEvent;
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
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationEvent;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.invitation.InvitationView;
import io.beep.coreapi.invitation.MemberInvitationEvent;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.moderation.ModerationEvent;
import io.beep.coreapi.moderation.ReportEvent;
import io.beep.coreapi.moderation.SafetyEvent;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RoleEvent;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionEvent;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.coreapi.user.UserView;
import io.beep.gateway.feed.ModerationFrames.MemberBannedData;
import io.beep.gateway.feed.ModerationFrames.MemberKickedData;
import io.beep.gateway.feed.ModerationFrames.MemberTimedOutData;
import io.beep.gateway.feed.ModerationFrames.MemberTimeoutLiftedData;
import io.beep.gateway.feed.ModerationFrames.MemberUnbannedData;
import io.beep.gateway.feed.PresenceFrames.PresenceChosenData;
import io.beep.gateway.feed.PresenceFrames.PresenceData;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Presence;
import io.beep.gateway.shared.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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

  record ServerCreatedData(
      String type, long position, Instant at, ServerId serverId, Founded server) {}

  record ServerRenamedData(
      String type, long position, Instant at, ServerId serverId, String name) {}

  /**
   * @param description left out when the server says nothing any more
   */
  record ServerDescribedData(
      String type, long position, Instant at, ServerId serverId, @Nullable String description) {}

  record ServerTaggedData(
      String type, long position, Instant at, ServerId serverId, List<String> tags) {}

  /** What the old and the new owner may see and do is another now: both load the server again. */
  record OwnershipTransferredData(
      String type, long position, Instant at, ServerId serverId, UserId ownerId) {}

  record MemberJoinedData(
      String type, long position, Instant at, ServerId serverId, MemberView member) {}

  record MemberLeftData(String type, long position, Instant at, ServerId serverId, UserId userId) {}

  /** A channel without what depends on who asks. */
  record NewChannel(
      ChannelId id,
      ServerId serverId,
      String name,
      String type,
      @Nullable ChannelId parentId,
      @JsonProperty("private") boolean isPrivate,
      String place,
      int slowMode,
      Instant createdAt) {}

  record ChannelCreatedData(
      String type, long position, Instant at, ServerId serverId, NewChannel channel) {}

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

  record ChannelSlowModeSetData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      ChannelId channelId,
      int seconds) {}

  /**
   * @param place lists of channels sort by it, by its ASCII characters
   */
  record ChannelPlacedData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      ChannelId channelId,
      String place) {}

  /**
   * It is in another folder now, or in none. Which one is not told, since not everybody sees it:
   * who gets this loads the channels of the server again.
   */
  record ChannelMovedData(
      String type, long position, Instant at, ServerId serverId, ChannelId channelId) {}

  /**
   * Who gets this saw the channel or sees it now, and loads the channels of the server again. When
   * it is a folder, those that are synced with it are meant too.
   */
  record ChannelOverwritesChangedData(
      String type, long position, Instant at, ServerId serverId, ChannelId channelId) {}

  record ChannelDeletedData(
      String type, long position, Instant at, ServerId serverId, ChannelId channelId) {}

  /**
   * It is as it was, with what was said in it. Who gets this sees it, and loads the channels of the
   * server again.
   */
  record ChannelRestoredData(
      String type, long position, Instant at, ServerId serverId, ChannelId channelId) {}

  record MessageSentData(
      String type, long position, Instant at, ServerId serverId, MessageView message) {}

  /**
   * @param message as it reads now, whole: who holds it takes {@code content} and {@code editedAt}
   *     from it, who does not may show it as it is
   */
  record MessageEditedData(
      String type, long position, Instant at, ServerId serverId, MessageView message) {}

  record MessageDeletedData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      ChannelId channelId,
      MessageId messageId) {}

  record InvitationCreatedData(
      String type, long position, Instant at, ServerId serverId, InvitationView invitation) {}

  /**
   * @param uses how often it has been used, this time included
   */
  record InvitationAcceptedData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      String code,
      UserId userId,
      int uses) {}

  record InvitationRevokedData(
      String type, long position, Instant at, ServerId serverId, String code) {}

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
              Map.entry("server.tagged", ServerTaggedData.class),
              Map.entry("server.handed-over", OwnershipTransferredData.class),
              Map.entry("member.joined", MemberJoinedData.class),
              Map.entry("member.left", MemberLeftData.class),
              Map.entry("channel.created", ChannelCreatedData.class),
              Map.entry("channel.renamed", ChannelRenamedData.class),
              Map.entry("channel.topic-set", ChannelTopicSetData.class),
              Map.entry("channel.slow-mode-set", ChannelSlowModeSetData.class),
              Map.entry("channel.placed", ChannelPlacedData.class),
              Map.entry("channel.moved", ChannelMovedData.class),
              Map.entry("channel.overwrites-changed", ChannelOverwritesChangedData.class),
              Map.entry("channel.deleted", ChannelDeletedData.class),
              Map.entry("channel.restored", ChannelRestoredData.class),
              Map.entry("message.sent", MessageSentData.class),
              Map.entry("message.edited", MessageEditedData.class),
              Map.entry("message.deleted", MessageDeletedData.class),
              Map.entry("invitation.created", InvitationCreatedData.class),
              Map.entry("invitation.accepted", InvitationAcceptedData.class),
              Map.entry("invitation.revoked", InvitationRevokedData.class),
              Map.entry("presence", PresenceData.class),
              Map.entry("presence.chosen", PresenceChosenData.class),
              Map.entry("typing", TypingData.class),
              Map.entry("feed.ready", PositionData.class),
              Map.entry("feed.reset", PositionData.class),
              Map.entry("feed.position", PositionData.class)));

  static {
    DATA.putAll(RoleFrames.DATA);
    DATA.putAll(ModerationFrames.DATA);
    DATA.putAll(ReportFrames.DATA);
    DATA.putAll(DeletionFrames.DATA);
    DATA.putAll(PictureFrames.DATA);
    DATA.putAll(InvitationFrames.DATA);
  }

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

  Frame presence(Map<UserId, Presence> presences, Instant now) {
    return Frame.of(
        Frame.NO_POSITION,
        "presence",
        json.write(new PresenceData("presence", trim(now), PersonPresence.all(presences))));
  }

  Frame chosen(Status status, Instant at) {
    return Frame.of(
        Frame.NO_POSITION,
        "presence.chosen",
        json.write(new PresenceChosenData("presence.chosen", trim(at), status.wireName())));
  }

  Frame write(FeedEvent event) {
    return switch (event.event()) {
      case ServerEvent told -> write(event, told);
      case ChannelEvent told -> write(event, told);
      case MessageEvent told -> write(event, told);
      case ModerationEvent told -> write(event, told);
      case InvitationEvent told -> write(event, told);
      case UserPictureSet told ->
          frame(
              event.position(),
              PictureFrames.USER,
              t -> PictureFrames.data(told, t, event.position(), trim(event.at())));
      default ->
          throw new IllegalArgumentException("nobody sees " + event.event().getClass().getName());
    };
  }

  private Frame write(FeedEvent event, ServerEvent told) {
    long p = event.position();
    Instant at = trim(event.at());
    ServerId server = told.serverId();
    return switch (told) {
      case ServerCreated e ->
          frame(p, "server.created", t -> new ServerCreatedData(t, p, at, server, founded(e, at)));
      case ServerRenamed e ->
          frame(p, "server.renamed", t -> new ServerRenamedData(t, p, at, server, e.name()));
      case ServerDescribed e ->
          frame(
              p,
              "server.described",
              t -> new ServerDescribedData(t, p, at, server, e.description()));
      case ServerTagged e ->
          frame(p, "server.tagged", t -> new ServerTaggedData(t, p, at, server, e.tags()));
      case ServerPictureSet e ->
          frame(p, "server.picture-set", t -> PictureFrames.data(e, t, p, at));
      case ServerBannerSet e -> frame(p, "server.banner-set", t -> PictureFrames.data(e, t, p, at));
      case OwnershipTransferred e ->
          frame(
              p,
              "server.handed-over",
              t -> new OwnershipTransferredData(t, p, at, server, e.toId()));
      case ServerDeleted _ ->
          frame(p, "server.deleted", t -> new DeletionFrames.ServerDeletedData(t, p, at, server));
      case ServerDeletionEvent e ->
          frame(p, DeletionFrames.type(e), t -> DeletionFrames.data(e, t, p, at));
      case MemberJoined e ->
          frame(
              p,
              "member.joined",
              t -> new MemberJoinedData(t, p, at, server, member(event, e, at)));
      case MemberLeft e ->
          frame(p, "member.left", t -> new MemberLeftData(t, p, at, server, e.userId()));
      case MemberKicked e ->
          frame(p, "member.kicked", t -> new MemberKickedData(t, p, at, server, e.userId()));
      case MemberBanned e ->
          frame(
              p,
              "member.banned",
              t -> new MemberBannedData(t, p, at, server, e.userId(), e.wasMember()));
      case MemberUnbanned e ->
          frame(p, "member.unbanned", t -> new MemberUnbannedData(t, p, at, server, e.userId()));
      case TimeoutImposed e ->
          frame(
              p,
              "member.timed-out",
              t -> new MemberTimedOutData(t, p, at, server, e.userId(), e.until()));
      case TimeoutLifted e ->
          frame(
              p,
              "member.timeout-lifted",
              t -> new MemberTimeoutLiftedData(t, p, at, server, e.userId()));
      case RoleEvent e -> frame(p, RoleFrames.type(e), t -> RoleFrames.data(e, t, p, at));
    };
  }

  private Frame write(FeedEvent event, ChannelEvent told) {
    long p = event.position();
    Instant at = trim(event.at());
    ServerId server = told.serverId();
    ChannelId channel = told.channelId();
    return switch (told) {
      case ChannelCreated e ->
          frame(p, "channel.created", t -> new ChannelCreatedData(t, p, at, server, born(e, at)));
      case ChannelRenamed e ->
          frame(
              p,
              "channel.renamed",
              t -> new ChannelRenamedData(t, p, at, server, channel, e.name()));
      case ChannelTopicSet e ->
          frame(
              p,
              "channel.topic-set",
              t -> new ChannelTopicSetData(t, p, at, server, channel, e.topic()));
      case ChannelSlowModeSet e ->
          frame(
              p,
              "channel.slow-mode-set",
              t -> new ChannelSlowModeSetData(t, p, at, server, channel, e.seconds()));
      case ChannelPlaced e ->
          frame(
              p,
              "channel.placed",
              t -> new ChannelPlacedData(t, p, at, server, channel, e.place()));
      case ChannelMoved _ ->
          frame(p, "channel.moved", t -> new ChannelMovedData(t, p, at, server, channel));
      case ChannelBookEvent _, ChannelDeletionFinished _ ->
          throw new IllegalArgumentException("nobody sees " + told.getClass().getName());
      case ChannelOverwriteSet _, ChannelOverwriteRemoved _, ChannelUnsynced _, ChannelSynced _ ->
          frame(
              p,
              "channel.overwrites-changed",
              t -> new ChannelOverwritesChangedData(t, p, at, server, channel));
      case ChannelDeleted _ ->
          frame(p, "channel.deleted", t -> new ChannelDeletedData(t, p, at, server, channel));
      case ChannelRestored _ ->
          frame(p, "channel.restored", t -> new ChannelRestoredData(t, p, at, server, channel));
    };
  }

  private Frame write(FeedEvent event, MessageEvent told) {
    long p = event.position();
    Instant at = trim(event.at());
    ServerId server = told.serverId();
    ChannelId channel = told.channelId();
    return switch (told) {
      case MessageSent e ->
          frame(
              p, "message.sent", t -> new MessageSentData(t, p, at, server, message(event, e, at)));
      case MessageEdited e ->
          frame(
              p,
              "message.edited",
              t -> new MessageEditedData(t, p, at, server, message(event, e, at)));
      case MessageDeleted e ->
          frame(
              p,
              "message.deleted",
              t -> new MessageDeletedData(t, p, at, server, channel, e.messageId()));
    };
  }

  private Frame write(FeedEvent event, ModerationEvent told) {
    long p = event.position();
    Instant at = trim(event.at());
    return switch (told) {
      case ReportEvent e ->
          frame(
              p,
              ReportFrames.type(e),
              t -> new ReportFrames.ReportChangedData(t, p, at, e.serverId(), e.reportId()));
      case SafetyEvent _ ->
          throw new IllegalArgumentException("nobody sees " + told.getClass().getName());
    };
  }

  private Frame write(FeedEvent event, InvitationEvent told) {
    long p = event.position();
    Instant at = trim(event.at());
    ServerId server = told.serverId();
    return switch (told) {
      case InvitationCreated e ->
          frame(
              p,
              "invitation.created",
              t -> new InvitationCreatedData(t, p, at, server, made(event, e, at)));
      case InvitationAccepted e ->
          frame(
              p,
              "invitation.accepted",
              t -> new InvitationAcceptedData(t, p, at, server, e.code(), e.userId(), e.uses()));
      case InvitationRevoked e ->
          frame(
              p, "invitation.revoked", t -> new InvitationRevokedData(t, p, at, server, e.code()));
      case MemberInvitationEvent e ->
          frame(p, InvitationFrames.type(e), t -> InvitationFrames.data(e, t, p, at));
      case InvitationSlotTaken _, InvitationSlotFreed _ ->
          throw new IllegalArgumentException("nobody sees " + told.getClass().getName());
    };
  }

  private Frame frame(long position, String type, Function<String, Record> data) {
    return Frame.of(position, type, json.write(data.apply(type)));
  }

  private static Founded founded(ServerCreated e, Instant at) {
    return new Founded(e.serverId(), e.name(), e.description(), e.visibility(), e.ownerId(), at);
  }

  private static NewChannel born(ChannelCreated e, Instant at) {
    return new NewChannel(
        e.channelId(),
        e.serverId(),
        e.name(),
        e.type(),
        e.parentId(),
        e.isPrivate(),
        ChannelOrder.first(e.channelId()),
        0,
        at);
  }

  private static MessageView message(FeedEvent event, MessageSent sent, Instant at) {
    return new MessageView(
        sent.messageId(),
        sent.channelId(),
        author(event, sent.authorId()),
        sent.content(),
        at,
        null,
        sent.replyTo(),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private static MessageView message(FeedEvent event, MessageEdited edited, Instant at) {
    Instant sentAt = edited.sentAt();
    return new MessageView(
        edited.messageId(),
        edited.channelId(),
        author(event, edited.authorId()),
        edited.content(),
        sentAt == null ? bornAt(edited.messageId()) : trim(sentAt),
        at,
        edited.replyTo(),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private static AuthorView author(FeedEvent event, UserId user) {
    UserView known = person(event, user);
    return new AuthorView(
        known.id(), known.username(), known.displayName(), known.avatarUrl(), AuthorKind.USER);
  }

  /** To the millisecond, which a UUIDv7 begins with; of edits that do not tell it themselves. */
  private static Instant bornAt(MessageId message) {
    return Instant.ofEpochMilli(message.value().getMostSignificantBits() >>> 16);
  }

  private static InvitationView made(FeedEvent event, InvitationCreated e, Instant at) {
    return new InvitationView(
        InvitationCode.of(e.code()),
        e.serverId(),
        e.inviterId(),
        person(event, e.inviterId()).displayName(),
        0,
        e.maxUses(),
        e.expiresAt(),
        at);
  }

  private static MemberView member(FeedEvent event, MemberJoined joined, Instant at) {
    UserId user = joined.userId();
    UserView person = person(event, user);
    Instant until = joined.timedOutUntil();
    return new MemberView(
        user,
        person.username(),
        person.displayName(),
        person.avatarUrl(),
        List.of(),
        at,
        until != null && at.isBefore(until) ? until : null);
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

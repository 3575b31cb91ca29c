package io.beep.gateway.feed;

import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationEvent;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.moderation.ModerationEvent;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserView;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event at its place in the stream, with what its frame needs besides. For one thread at a time.
 */
final class FeedEvent {

  /** An event with its frame, roughly, without its text. */
  private static final int USUAL_WEIGHT = 1_024;

  private static final int BYTES_PER_CHARACTER = 4;

  private final long position;
  private final Object event;
  private final Instant at;
  private final @Nullable UserView person;
  private final Set<ServerId> servers;
  private @Nullable Frame frame;

  /**
   * @param person who wrote, joined or invited; null for events that need nobody
   */
  FeedEvent(long position, Object event, Instant at, @Nullable UserView person) {
    this(position, event, at, person, Set.of());
  }

  /**
   * @param person as above
   * @param servers that the one is in of whom it tells; none for what belongs to one server
   */
  FeedEvent(
      long position, Object event, Instant at, @Nullable UserView person, Set<ServerId> servers) {
    this.position = position;
    this.event = event;
    this.at = at;
    this.person = person;
    this.servers = servers;
  }

  long position() {
    return position;
  }

  Object event() {
    return event;
  }

  Instant at() {
    return at;
  }

  @Nullable UserView person() {
    return person;
  }

  /** Whose members hear of what happened to a person. */
  Set<ServerId> servers() {
    return servers;
  }

  /** Of which server it tells, null when of none. */
  @Nullable ServerId serverId() {
    return switch (event) {
      case ServerEvent e -> e.serverId();
      case ChannelEvent e -> e.serverId();
      case MessageEvent e -> e.serverId();
      case ModerationEvent e -> e.serverId();
      case InvitationEvent e -> e.serverId();
      default -> null;
    };
  }

  /** Whose profile the frame of this event needs, null when nobody's. */
  static @Nullable UserId personOf(Object event) {
    return switch (event) {
      case MessageSent sent -> sent.authorId();
      case MessageEdited edited -> edited.authorId();
      case ArrivalEvent came -> came.userId();
      case InvitationCreated created -> created.inviterId();
      default -> null;
    };
  }

  /** Written at the first call, so that what nobody may see costs nothing. */
  Frame frame(FrameWriter writer) {
    Frame written = frame;
    if (written == null) {
      written = writer.write(this);
      frame = written;
    }
    return written;
  }

  /** Bytes of memory, roughly. */
  int weight() {
    int text =
        switch (event) {
          case MessageSent sent -> sent.content().length();
          case MessageEdited edited -> edited.content().length();
          default -> 0;
        };
    return USUAL_WEIGHT + text * BYTES_PER_CHARACTER;
  }
}

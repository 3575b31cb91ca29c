package io.beep.projection.shared;

import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.invitation.InvitationEvent;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.moderation.ModerationEvent;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserEvent;
import java.util.Collection;
import org.axonframework.eventhandling.EventMessage;

/**
 * What an event is about. When an event cannot be handled, those that follow it wait if they are
 * about the same, about what holds it, or about what it holds; all others go on.
 *
 * @param path from the widest to the narrowest: {@code server/…/channel/…}
 */
public record Subject(String path) {

  private static final String SEPARATOR = "/";

  /** Whether events about the two must stay in order. */
  public boolean overlaps(Subject other) {
    return holds(other) || other.holds(this);
  }

  public boolean overlapsAny(Collection<Subject> others) {
    return others.stream().anyMatch(this::overlaps);
  }

  private boolean holds(Subject other) {
    return other.path.equals(path) || other.path.startsWith(path + SEPARATOR);
  }

  /** For projections whose rows of one server hang together. */
  public static Subject byServer(EventMessage<?> event) {
    return switch (event.getPayload()) {
      case MessageEvent message -> of(message.serverId());
      case ChannelEvent channel -> of(channel.serverId());
      case ModerationEvent moderation -> of(moderation.serverId());
      case ServerEvent server -> of(server.serverId());
      case InvitationEvent invitation -> of(invitation.serverId());
      case UserEvent user -> of(user.userId());
      default -> unknown(event);
    };
  }

  /** For projections whose rows of one channel hang together. */
  public static Subject byChannel(EventMessage<?> event) {
    return switch (event.getPayload()) {
      case MessageEvent message -> of(message.serverId(), message.channelId());
      case ChannelEvent channel -> of(channel.serverId(), channel.channelId());
      case ModerationEvent moderation -> of(moderation.serverId());
      case ServerEvent server -> of(server.serverId());
      case InvitationEvent invitation -> of(invitation.serverId());
      case UserEvent user -> of(user.userId());
      default -> unknown(event);
    };
  }

  private static Subject of(ServerId server) {
    return new Subject("server/" + server.value());
  }

  private static Subject of(ServerId server, ChannelId channel) {
    return new Subject(of(server).path() + "/channel/" + channel.value());
  }

  private static Subject of(UserId user) {
    return new Subject("user/" + user.value());
  }

  private static Subject unknown(EventMessage<?> event) {
    return new Subject("event/" + event.getIdentifier());
  }
}

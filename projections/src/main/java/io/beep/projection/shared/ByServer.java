package io.beep.projection.shared;

import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.invitation.InvitationEvent;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.moderation.ModerationEvent;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.user.UserEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Events of one server are handled in order, so that nothing of a deleted channel or server is
 * written after its deletion; users stand each alone.
 */
public final class ByServer implements SequencingPolicy<EventMessage<?>> {

  @Override
  public @Nullable Object getSequenceIdentifierFor(EventMessage<?> event) {
    return switch (event.getPayload()) {
      case MessageEvent message -> message.serverId();
      case ChannelEvent channel -> channel.serverId();
      case ModerationEvent moderation -> moderation.serverId();
      case ServerEvent server -> server.serverId();
      case InvitationEvent invitation -> invitation.serverId();
      case UserEvent user -> user.userId();
      default -> null;
    };
  }
}

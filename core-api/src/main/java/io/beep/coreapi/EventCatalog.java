package io.beep.coreapi;

import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.invitation.InvitationEvent;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.moderation.ModerationEvent;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.shared.StoredEvents;
import io.beep.coreapi.user.UserEvent;

/** Every event that Beep stores. */
public final class EventCatalog {

  public static final StoredEvents EVENTS =
      StoredEvents.of(
          UserEvent.class,
          ServerEvent.class,
          ChannelEvent.class,
          MessageEvent.class,
          ModerationEvent.class,
          InvitationEvent.class);

  private EventCatalog() {}
}

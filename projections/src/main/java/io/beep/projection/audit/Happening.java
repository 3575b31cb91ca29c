package io.beep.projection.audit;

import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * That an administrative act happened: where, when, by whom.
 *
 * @param action the stored name of its event
 * @param undoes the place of the act that it undoes
 */
record Happening(
    UUID serverId, long position, Instant at, UUID actorId, String action, @Nullable Long undoes) {

  static Happening of(TrackedEventMessage<?> event, ServerId server, UserId actor) {
    return new Happening(
        server.value(),
        event.trackingToken().position().orElseThrow(),
        event.getTimestamp(),
        actor.value(),
        Objects.requireNonNull(EventCatalog.EVENTS.nameOf(event.getPayloadType())),
        event.getMetaData().get(MessageKeys.UNDOES) instanceof Number undone
            ? undone.longValue()
            : null);
  }
}

package io.beep.projection.audit;

import static io.beep.projection.audit.Act.removed;

import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.readmodel.shared.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Writes into {@code audit_entry} whose messages others deleted; not what was said in them. Who
 * deletes their own, looks after nobody else.
 */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class MessageAuditProjection implements ProcessesEvents {

  private final AuditTrail trail;

  public MessageAuditProjection(ReadModelWriter writer) {
    trail = new AuditTrail(writer);
  }

  @EventHandler
  void on(MessageDeleted event, TrackedEventMessage<?> message) {
    UserId author = event.authorId();
    if (author != null && !author.equals(event.deletedBy())) {
      trail.write(
          removed(
                  Happening.of(message, event.serverId(), event.deletedBy()),
                  Thing.message(event.messageId()))
              .doneTo(Thing.channel(event.channelId()))
              .with(Thing.member(author)));
    }
  }
}

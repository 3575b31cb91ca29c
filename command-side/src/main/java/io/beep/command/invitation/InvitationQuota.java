package io.beep.command.invitation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.shared.DomainException;
import java.time.Instant;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the invitations of one server that are in force, exactly: they are aggregates of their
 * own, and none of them knows of the others.
 */
public final class InvitationQuota {

  @AggregateIdentifier private @Nullable InvitationQuotaId id;
  private Slots slots = Slots.NONE;

  InvitationQuota() {}

  void take(InvitationSlotTaken slot, Instant now) {
    if (slots.countAt(now) >= InvitationRules.IN_FORCE_MOST) {
      throw new DomainException(new InvitationError.TooMany(InvitationRules.IN_FORCE_MOST));
    }
    apply(slot);
  }

  void free(InvitationSlotFreed slot) {
    apply(slot);
  }

  @EventSourcingHandler
  void evolve(InvitationSlotTaken event, @Timestamp Instant when) {
    id = new InvitationQuotaId(event.serverId());
    slots = slots.with(event.code(), event.expiresAt(), when);
  }

  @EventSourcingHandler
  void evolve(InvitationSlotFreed event) {
    slots = slots.without(event.code());
  }
}

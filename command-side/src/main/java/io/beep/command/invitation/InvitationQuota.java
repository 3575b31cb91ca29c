package io.beep.command.invitation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationQuotaId;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.Quotas;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the invitations of one server that are in force, exactly: they are aggregates of their
 * own, and none of them knows of the others.
 */
public final class InvitationQuota {

  /**
   * More than one, so that those that have expired become fewer; not all, so that one who makes an
   * invitation does not pay for the thousand before it.
   */
  private static final int FREED_AT_ONCE = 10;

  @AggregateIdentifier private @Nullable InvitationQuotaId id;

  /** When each ends that counts, by its code. */
  private final Map<String, Instant> ends = new HashMap<>();

  InvitationQuota() {}

  void take(InvitationSlotTaken slot, Instant now) {
    if (ends.values().stream().filter(now::isBefore).count() >= Quotas.INVITATIONS_OF_A_SERVER) {
      throw new DomainException(new InvitationError.TooMany(Quotas.INVITATIONS_OF_A_SERVER));
    }
    List<String> expired =
        ends.entrySet().stream()
            .filter(entry -> !now.isBefore(entry.getValue()))
            .map(Map.Entry::getKey)
            .limit(FREED_AT_ONCE)
            .toList();
    expired.forEach(code -> free(new InvitationSlotFreed(slot.serverId(), code)));
    apply(slot);
  }

  void free(InvitationSlotFreed slot) {
    apply(slot);
  }

  @EventSourcingHandler
  void evolve(InvitationSlotTaken event) {
    id = new InvitationQuotaId(event.serverId());
    ends.put(event.code(), Objects.requireNonNullElse(event.expiresAt(), Instant.MAX));
  }

  @EventSourcingHandler
  void evolve(InvitationSlotFreed event) {
    ends.remove(event.code());
  }
}

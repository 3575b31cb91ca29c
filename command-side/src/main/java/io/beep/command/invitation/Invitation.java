package io.beep.command.invitation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationRestored;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A link into a server, until it has expired, is used up or is revoked. {@link InvitationDesk}
 * carries out the commands, since each changes other aggregates too.
 */
public final class Invitation {

  @AggregateIdentifier private @Nullable InvitationCode code;
  private @Nullable ServerId serverId;
  private @Nullable UserId inviterId;
  private @Nullable Integer maxUses;
  private @Nullable Instant expiresAt;
  private int uses;
  private boolean revoked;

  Invitation() {}

  Invitation(InvitationCreated birth) {
    apply(birth);
  }

  ServerId serverId() {
    return known(serverId);
  }

  UserId inviterId() {
    return known(inviterId);
  }

  boolean isOf(UserId user) {
    return user.equals(inviterId);
  }

  /** Lets pass while it can still be accepted. */
  void requireInForce(Instant now) {
    if (revoked) {
      throw new DomainException(new InvitationError.Revoked());
    }
    requireNotOver(now);
  }

  private void requireNotOver(Instant now) {
    if (isUsedUp()) {
      throw new DomainException(new InvitationError.UsedUp());
    }
    if (hasExpired(now)) {
      throw new DomainException(new InvitationError.Expired());
    }
  }

  /** Whether that was its last use. */
  boolean use(UserId user) {
    apply(
        new InvitationAccepted(
            known(code).value(), known(serverId), known(inviterId), user, uses + 1));
    return isUsedUp();
  }

  /** Whether it had been in force. */
  boolean revoke(UserId actor, Instant now) {
    if (revoked || isUsedUp() || hasExpired(now)) {
      return false;
    }
    apply(new InvitationRevoked(known(code).value(), known(serverId), known(inviterId), actor));
    return true;
  }

  /** Whether it had been revoked. */
  boolean restore(UserId actor, Instant now) {
    if (!revoked) {
      return false;
    }
    requireNotOver(now);
    apply(
        new InvitationRestored(
            known(code).value(), known(serverId), known(inviterId), maxUses, expiresAt, actor));
    return true;
  }

  /** Null for never. */
  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  private boolean isUsedUp() {
    return maxUses != null && uses >= maxUses;
  }

  private boolean hasExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  @EventSourcingHandler
  void evolve(InvitationCreated event) {
    code = InvitationCode.of(event.code());
    serverId = event.serverId();
    inviterId = event.inviterId();
    maxUses = event.maxUses();
    expiresAt = event.expiresAt();
  }

  @EventSourcingHandler
  void evolve(InvitationAccepted event) {
    uses = event.uses();
  }

  @EventSourcingHandler
  void evolve(InvitationRevoked event) {
    revoked = true;
  }

  @EventSourcingHandler
  void evolve(InvitationRestored event) {
    revoked = false;
  }

  /** What every invitation has from its first event on. */
  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value, "an invitation without its first event");
  }
}

package io.beep.command.invitation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.command.invitation.MembershipPast.Past;
import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.MemberInvitationAccepted;
import io.beep.coreapi.invitation.MemberInvitationDeclined;
import io.beep.coreapi.invitation.MemberInvitationId;
import io.beep.coreapi.invitation.MemberInvitationRevoked;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Whether one person is asked into one server, through every asking and answering. One that was
 * asked and then came, went or was put out by another way is asked no more: what was meant then is
 * not meant now.
 */
public final class MemberInvitation {

  @AggregateIdentifier private @Nullable MemberInvitationId id;
  private @Nullable UserId inviterId;
  private int moves;
  private Instant expiresAt = Instant.MIN;
  private boolean answered;

  MemberInvitation() {}

  /** Null for one that nobody made yet. */
  @Nullable UserId inviterId() {
    return inviterId;
  }

  boolean isOf(UserId inviter) {
    return inviter.equals(inviterId);
  }

  /**
   * @param isOfBanned whether the one who made it may not come in any more
   */
  void invite(MemberInvited wish, Past past, boolean isOfBanned, Instant now) {
    if (!isOfBanned && isOpen(past, now)) {
      throw new DomainException(new InvitationError.AlreadyInvited());
    }
    apply(wish);
  }

  /** Lets pass while it can be accepted. */
  void requireOpen(Past past, Instant now) {
    if (!isOpen(past, now)) {
      throw new DomainException(
          id != null && !answered && !now.isBefore(expiresAt)
              ? new InvitationError.Expired()
              : new CommonError.NotFound("invitation"));
    }
  }

  void accept() {
    MemberInvitationId known = known();
    apply(new MemberInvitationAccepted(known.serverId(), known.userId()));
  }

  /** Whether it had not been answered. */
  boolean decline() {
    MemberInvitationId known = known();
    if (answered) {
      return false;
    }
    apply(new MemberInvitationDeclined(known.serverId(), known.userId()));
    return true;
  }

  /** Whether it had not been answered. */
  boolean revoke(UserId actor) {
    MemberInvitationId known = known();
    if (answered) {
      return false;
    }
    apply(new MemberInvitationRevoked(known.serverId(), known.userId(), actor));
    return true;
  }

  private boolean isOpen(Past past, Instant now) {
    return id != null
        && !answered
        && now.isBefore(expiresAt)
        && !past.banned()
        && past.moves() == moves;
  }

  private MemberInvitationId known() {
    MemberInvitationId asked = id;
    if (asked == null) {
      throw new DomainException(new CommonError.NotFound("invitation"));
    }
    return asked;
  }

  @EventSourcingHandler
  void evolve(MemberInvited event) {
    id = new MemberInvitationId(event.serverId(), event.userId());
    inviterId = event.inviterId();
    moves = event.moves();
    expiresAt = event.expiresAt();
    answered = false;
  }

  @EventSourcingHandler
  void evolve(MemberInvitationAccepted event) {
    answered = true;
  }

  @EventSourcingHandler
  void evolve(MemberInvitationDeclined event) {
    answered = true;
  }

  @EventSourcingHandler
  void evolve(MemberInvitationRevoked event) {
    answered = true;
  }
}

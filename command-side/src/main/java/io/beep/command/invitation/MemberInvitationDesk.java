package io.beep.command.invitation;

import io.beep.command.invitation.MembershipPast.Past;
import io.beep.command.shared.AccessState;
import io.beep.coreapi.invitation.AcceptMemberInvitation;
import io.beep.coreapi.invitation.DeclineMemberInvitation;
import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationQuotaId;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.invitation.InviteMember;
import io.beep.coreapi.invitation.MemberInvitationEvent;
import io.beep.coreapi.invitation.MemberInvitationId;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.invitation.RevokeMemberInvitation;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Asks people into servers: each command changes several aggregates in one commit, or none, and
 * holds them in the order of {@link InvitationDesk}. Of accepting, revoking and banning at once,
 * the first counts: the invitation is held by the two former, the membership by the first and the
 * last.
 */
public final class MemberInvitationDesk implements DecidesCommands {

  private final Repository<MemberInvitation> invitations;
  private final Repository<InvitationQuota> quotas;
  private final InvitationDesk.Door door;
  private final AccessState access;
  private final MembershipPast pasts;
  private final Clock clock;

  public MemberInvitationDesk(
      Repository<MemberInvitation> invitations,
      Repository<InvitationQuota> quotas,
      InvitationDesk.Door door,
      AccessState access,
      MembershipPast pasts,
      Clock clock) {
    this.invitations = invitations;
    this.quotas = quotas;
    this.door = door;
    this.access = access;
    this.pasts = pasts;
    this.clock = clock;
  }

  @CommandHandler
  void decide(InviteMember command) throws Exception {
    access.requireInviter(command.actor(), command.serverId());
    UserId invited = command.userId();
    if (invited == null) {
      throw new DomainException(new CommonError.NotFound("user"));
    }
    if (access.isMember(invited, command.serverId())) {
      throw new DomainException(new InvitationError.AlreadyMember());
    }
    Past past = pasts.of(new MembershipId(command.serverId(), invited));
    if (past.banned()) {
      throw new DomainException(new InvitationError.Banned());
    }
    Instant now = clock.instant();
    MemberInvited wish =
        new MemberInvited(
            command.serverId(),
            invited,
            command.actor(),
            now.truncatedTo(ChronoUnit.MILLIS).plus(InvitationRules.USUAL),
            past.moves());
    Aggregate<MemberInvitation> invitation = invitation(command.serverId(), invited);
    boolean isOfBanned = isOfBanned(invitation, command.serverId());
    invitation.execute(it -> it.invite(wish, past, isOfBanned, now));
    quota(command.serverId())
        .execute(
            quota ->
                quota.take(
                    new InvitationSlotTaken(command.serverId(), wish.code(), wish.expiresAt()),
                    now));
  }

  @CommandHandler
  void decide(AcceptMemberInvitation command) throws Exception {
    ServerId server = command.serverId();
    MembershipId membership = new MembershipId(server, command.actor());
    Aggregate<MemberInvitation> invitation = invitation(server, command.actor());
    requireOpen(invitation, membership);
    if (!access.exists(server)) {
      throw new DomainException(new InvitationError.ServerGone());
    }
    // A moment ago they still came, went or were put out.
    door.admit(membership, () -> requireOpen(invitation, membership));
    invitation.execute(MemberInvitation::accept);
    free(server, command.actor());
  }

  private void requireOpen(Aggregate<MemberInvitation> invitation, MembershipId membership) {
    if (isOfBanned(invitation, membership.serverId())) {
      throw new DomainException(new CommonError.NotFound("invitation"));
    }
    Past past = pasts.of(membership);
    invitation.execute(it -> it.requireOpen(past, clock.instant()));
  }

  @CommandHandler
  void decide(DeclineMemberInvitation command) throws Exception {
    if (invitation(command.serverId(), command.actor())
        .<Boolean>invoke(MemberInvitation::decline)) {
      free(command.serverId(), command.actor());
    }
  }

  @CommandHandler
  void decide(RevokeMemberInvitation command) throws Exception {
    Aggregate<MemberInvitation> invitation = invitation(command.serverId(), command.userId());
    if (!invitation.<Boolean>invoke(it -> it.isOf(command.actor()))) {
      access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    }
    if (invitation.<Boolean>invoke(it -> it.revoke(command.actor()))) {
      free(command.serverId(), command.userId());
    }
  }

  /** Nobody comes in at the wish of someone who may not come in themselves. */
  private boolean isOfBanned(Aggregate<MemberInvitation> invitation, ServerId server) {
    UserId inviter = invitation.invoke(MemberInvitation::inviterId);
    return inviter != null && pasts.isBanned(inviter, server, access);
  }

  private void free(ServerId server, UserId user) throws Exception {
    quota(server)
        .execute(
            quota ->
                quota.free(new InvitationSlotFreed(server, MemberInvitationEvent.codeOf(user))));
  }

  private Aggregate<MemberInvitation> invitation(ServerId server, UserId user) throws Exception {
    return invitations.loadOrCreate(
        new MemberInvitationId(server, user).toString(), MemberInvitation::new);
  }

  private Aggregate<InvitationQuota> quota(ServerId server) throws Exception {
    return quotas.loadOrCreate(new InvitationQuotaId(server).toString(), InvitationQuota::new);
  }
}

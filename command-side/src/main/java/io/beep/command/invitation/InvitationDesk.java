package io.beep.command.invitation;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.CreatedInvitation;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationCodes;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationQuotaId;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.invitation.RestoreInvitation;
import io.beep.coreapi.invitation.RevokeInvitation;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Makes, accepts and revokes invitations: each changes several aggregates in one commit, or none.
 * An invitation is held from its first look to the commit, so its last use is won by one; then come
 * the quota of its server and the membership, always in this order, so that no two wait for each
 * other.
 */
public final class InvitationDesk implements DecidesCommands {

  private final Repository<Invitation> invitations;
  private final Repository<InvitationQuota> quotas;
  private final Door door;
  private final AccessState access;
  private final MembershipPast pasts;
  private final InvitationCodes codes;
  private final Clock clock;

  public InvitationDesk(
      Repository<Invitation> invitations,
      Repository<InvitationQuota> quotas,
      Door door,
      AccessState access,
      MembershipPast pasts,
      InvitationCodes codes,
      Clock clock) {
    this.invitations = invitations;
    this.quotas = quotas;
    this.door = door;
    this.access = access;
    this.pasts = pasts;
    this.codes = codes;
    this.clock = clock;
  }

  @CommandHandler
  CreatedInvitation decide(CreateInvitation command) throws Exception {
    access.requireInviter(command.actor(), command.serverId());
    Instant now = clock.instant();
    Integer maxUses = InvitationRules.requireMaxUses(command.maxUses());
    Instant expiresAt = InvitationRules.requireExpiry(command.expiresIn(), now);
    InvitationCode code = codes.next();
    invitations.newInstance(
        () ->
            new Invitation(
                new InvitationCreated(
                    code.value(), command.serverId(), command.actor(), maxUses, expiresAt)));
    quota(command.serverId())
        .execute(
            quota ->
                quota.take(
                    new InvitationSlotTaken(command.serverId(), code.value(), expiresAt), now));
    return new CreatedInvitation(code, maxUses, expiresAt);
  }

  @CommandHandler
  ServerId decide(AcceptInvitation command) throws Exception {
    Aggregate<Invitation> invitation = invitations.load(command.code().toString());
    ServerId serverId = invitation.invoke(Invitation::serverId);
    if (!access.exists(serverId)) {
      throw new DomainException(new InvitationError.ServerGone());
    }
    if (access.isMember(command.actor(), serverId)) {
      return serverId;
    }
    UserId inviter = invitation.invoke(Invitation::inviterId);
    if (!access.letsInByLinkOf(inviter, serverId) || pasts.isBanned(inviter, serverId, access)) {
      throw new DomainException(new InvitationError.Revoked());
    }
    invitation.execute(it -> it.requireInForce(clock.instant()));
    // They may have come in by another way a moment ago: then nothing is used up either.
    if (door.admit(new MembershipId(serverId, command.actor()), () -> {})
        && invitation.invoke(it -> it.use(command.actor()))) {
      free(serverId, command.code());
    }
    return serverId;
  }

  @CommandHandler
  void decide(RevokeInvitation command) throws Exception {
    Aggregate<Invitation> invitation = invitations.load(command.code().toString());
    ServerId serverId = invitation.invoke(Invitation::serverId);
    if (!invitation.<Boolean>invoke(it -> it.isOf(command.actor()))) {
      access.requireInServer(command.actor(), serverId, Permission.MANAGE_SERVER);
    }
    if (invitation.<Boolean>invoke(it -> it.revoke(command.actor(), clock.instant()))) {
      free(serverId, command.code());
    }
  }

  @CommandHandler
  void decide(RestoreInvitation command) throws Exception {
    Aggregate<Invitation> invitation = invitations.load(command.code().toString());
    ServerId serverId = invitation.invoke(Invitation::serverId);
    if (invitation.<Boolean>invoke(it -> it.isOf(command.actor()))) {
      access.requireInviter(command.actor(), serverId);
    } else {
      access.requireInServer(command.actor(), serverId, Permission.MANAGE_SERVER);
    }
    Instant now = clock.instant();
    if (invitation.<Boolean>invoke(it -> it.restore(command.actor(), now))) {
      Instant expiresAt = invitation.invoke(Invitation::expiresAt);
      quota(serverId)
          .execute(
              quota ->
                  quota.take(
                      new InvitationSlotTaken(serverId, command.code().value(), expiresAt), now));
    }
  }

  private void free(ServerId serverId, InvitationCode code) throws Exception {
    quota(serverId).execute(quota -> quota.free(new InvitationSlotFreed(serverId, code.value())));
  }

  private Aggregate<InvitationQuota> quota(ServerId serverId) throws Exception {
    return quotas.loadOrCreate(new InvitationQuotaId(serverId).toString(), InvitationQuota::new);
  }

  /** The way into a server, within the commit of the running command. */
  @FunctionalInterface
  public interface Door {

    /**
     * Whether they were not in the server before.
     *
     * @param check what has to hold still, asked when nobody else can change the membership any
     *     more
     */
    boolean admit(MembershipId membership, Runnable check) throws Exception;
  }
}

package io.beep.command.server;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.LostMember;
import io.beep.command.shared.Seats;
import io.beep.command.shared.Standing;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.moderation.TrustMember;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.GiveRole;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.LiftTimeout;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.MemberRestored;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.ModerationError;
import io.beep.coreapi.server.RestoredMember;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.server.SetMemberRoles;
import io.beep.coreapi.server.TakeBackBan;
import io.beep.coreapi.server.TakeBackKick;
import io.beep.coreapi.server.TakeRole;
import io.beep.coreapi.server.TimeOutMember;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.server.UnbanMember;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What one user is in one server, with their roles, through every joining and leaving; and whether
 * they may come in at all.
 */
public final class Membership {

  @AggregateIdentifier private @Nullable MembershipId id;

  /** Null for one who is not in. */
  private @Nullable MemberAccess member;

  private boolean banned;

  /** Since they joined. */
  private boolean trusted;

  /** Outlasts leaving and being put out; it may be over. */
  private @Nullable Instant timedOutUntil;

  Membership() {}

  Membership(MemberJoined first) {
    apply(first);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(JoinServer command, AccessState access, Seats seats) {
    access.requireOpenTo(command.actor(), command.serverId());
    enter(command.serverId(), command.actor(), seats);
  }

  boolean isMember() {
    return member != null;
  }

  /** Whether they were not in the server before. */
  boolean enter(ServerId server, UserId user, Seats seats) {
    if (member != null) {
      return false;
    }
    if (banned) {
      throw new DomainException(new ModerationError.Banned());
    }
    seats.take(user, server);
    apply(new MemberJoined(server, user, timedOutUntil));
    return true;
  }

  @CommandHandler
  void decide(LeaveServer command, AccessState access, Seats seats) {
    access.requireOpenTo(command.actor(), command.serverId());
    requireMember();
    if (access.isOwner(command.actor(), command.serverId())) {
      throw new DomainException(new ServerError.OwnerCannotLeave());
    }
    apply(new MemberLeft(command.serverId(), command.actor()));
    seats.free(command.actor(), command.serverId());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(KickMember command, AccessState access, Seats seats) {
    Standing standing =
        access.requireStanding(command.actor(), command.serverId(), Permission.KICK_MEMBERS);
    requireSomebodyElse(command.actor(), command.userId());
    String reason = ModerationRules.requireReason(command.reason());
    standing.requireAbove(command.userId(), requireMember().roles());
    apply(new MemberKicked(command.serverId(), command.userId(), reason, command.actor()));
    seats.free(command.userId(), command.serverId());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(BanMember command, AccessState access, KnownUsers users, Seats seats) {
    Standing standing =
        access.requireStanding(command.actor(), command.serverId(), Permission.BAN_MEMBERS);
    requireSomebodyElse(command.actor(), command.userId());
    String reason = ModerationRules.requireReason(command.reason());
    requireAccount(command.userId(), users);
    standing.requireAbove(command.userId(), member == null ? Set.of() : member.roles());
    if (!banned) {
      apply(
          new MemberBanned(
              command.serverId(), command.userId(), member != null, reason, command.actor()));
      seats.free(command.userId(), command.serverId());
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(UnbanMember command, AccessState access, KnownUsers users) {
    access.requireInServer(command.actor(), command.serverId(), Permission.BAN_MEMBERS);
    requireAccount(command.userId(), users);
    if (banned) {
      apply(new MemberUnbanned(command.serverId(), command.userId(), command.actor()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  RestoredMember decide(TakeBackBan command, AccessState access, Comeback comeback) {
    Standing standing =
        access.requireStanding(command.actor(), command.serverId(), Permission.BAN_MEMBERS);
    if (!banned) {
      return new RestoredMember(member != null, List.of());
    }
    Comeback.Offer offer = comeback.fromBan(command.membershipId(), standing);
    apply(new MemberUnbanned(command.serverId(), command.userId(), command.actor()));
    return restore(offer, command.membershipId(), command.actor());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  RestoredMember decide(TakeBackKick command, AccessState access, Comeback comeback) {
    Standing standing =
        access.requireStanding(command.actor(), command.serverId(), Permission.KICK_MEMBERS);
    if (banned || member != null) {
      throw new DomainException(new AuditError.ChangedSince());
    }
    Comeback.Offer offer = comeback.fromKick(command.membershipId(), standing);
    return restore(offer, command.membershipId(), command.actor());
  }

  private RestoredMember restore(Comeback.Offer offer, MembershipId membership, UserId by) {
    LostMember lost = offer.lost();
    if (lost != null) {
      apply(
          new MemberRestored(
              membership.serverId(),
              membership.userId(),
              offer.roles(),
              offer.deletedRoles(),
              lost.joinedAt(),
              offer.trusted(),
              timedOutUntil,
              by));
    }
    return new RestoredMember(lost != null, offer.missingRoles());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(TimeOutMember command, AccessState access, Clock clock) {
    Standing standing = requireTimekeeper(command.actor(), command.serverId(), access);
    requireSomebodyElse(command.actor(), command.userId());
    String reason = ModerationRules.requireReason(command.reason());
    Instant until =
        ModerationRules.requireEnd(command.until(), command.durationSeconds(), clock.instant());
    MemberAccess loud = requireMember();
    standing.requireAbove(command.userId(), loud.roles());
    if (standing.areAdministrators(loud.roles())) {
      throw new DomainException(new ModerationError.Administrator());
    }
    if (!until.equals(timedOutUntil)) {
      apply(
          new TimeoutImposed(command.serverId(), command.userId(), until, reason, command.actor()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(LiftTimeout command, AccessState access, Clock clock) {
    Standing standing = requireTimekeeper(command.actor(), command.serverId(), access);
    standing.requireAbove(command.userId(), requireMember().roles());
    if (timedOutUntil != null && clock.instant().isBefore(timedOutUntil)) {
      apply(new TimeoutLifted(command.serverId(), command.userId(), command.actor()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(TrustMember command, AccessState access) {
    Standing standing = requireTimekeeper(command.actor(), command.serverId(), access);
    requireSomebodyElse(command.actor(), command.userId());
    standing.requireAbove(command.userId(), requireMember().roles());
    if (!trusted) {
      apply(new MemberTrusted(command.serverId(), command.userId(), command.actor()));
    }
  }

  private static Standing requireTimekeeper(UserId actor, ServerId server, AccessState access) {
    return access.requireStanding(actor, server, Permission.TIMEOUT_MEMBERS);
  }

  private static void requireSomebodyElse(UserId actor, UserId user) {
    if (actor.equals(user)) {
      throw new DomainException(new ModerationError.Oneself());
    }
  }

  /** Whoever was ever in the server, or banned from it, has an account. */
  private void requireAccount(UserId user, KnownUsers users) {
    if (id == null && !users.contain(user)) {
      throw new DomainException(new CommonError.NotFound("user"));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(GiveRole command, AccessState access) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    MemberAccess receiver = requireMember();
    standing.requireToHandOut(command.roleId());
    if (!receiver.roles().contains(command.roleId())) {
      give(command.serverId(), command.userId(), command.roleId(), command.actor());
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(TakeRole command, AccessState access) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    MemberAccess holder = requireMember();
    standing.requireToHandOut(command.roleId());
    if (holder.roles().contains(command.roleId())) {
      take(command.serverId(), command.userId(), command.roleId(), command.actor());
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(SetMemberRoles command, AccessState access) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    List<RoleId> held = standing.known(requireMember().roles());
    List<RoleId> wished = command.roles().stream().distinct().toList();
    List<RoleId> given = without(wished, held);
    List<RoleId> taken = without(held, wished);
    given.forEach(standing::requireToHandOut);
    taken.forEach(standing::requireToHandOut);
    taken.forEach(role -> take(command.serverId(), command.userId(), role, command.actor()));
    given.forEach(role -> give(command.serverId(), command.userId(), role, command.actor()));
  }

  private static List<RoleId> without(List<RoleId> roles, List<RoleId> others) {
    return roles.stream().filter(role -> !others.contains(role)).toList();
  }

  private static void give(ServerId server, UserId user, RoleId role, UserId by) {
    apply(new RoleGiven(server, user, role, by));
  }

  private static void take(ServerId server, UserId user, RoleId role, UserId by) {
    apply(new RoleTaken(server, user, role, by));
  }

  private static Standing requireManager(UserId actor, ServerId server, AccessState access) {
    return access.requireStanding(actor, server, Permission.MANAGE_ROLES);
  }

  private MemberAccess requireMember() {
    if (member == null) {
      throw new DomainException(new CommonError.NotFound("membership"));
    }
    return member;
  }

  @EventSourcingHandler
  void evolve(MemberJoined event) {
    id = new MembershipId(event.serverId(), event.userId());
    member = new MemberAccess(event.userId(), Set.of(), null);
    trusted = false;
  }

  @EventSourcingHandler
  void evolve(MemberRestored event) {
    member = new MemberAccess(event.userId(), event.held(), null);
    trusted = event.trusted();
  }

  @EventSourcingHandler
  void evolve(MemberLeft event) {
    member = null;
  }

  @EventSourcingHandler
  void evolve(MemberKicked event) {
    member = null;
  }

  @EventSourcingHandler
  void evolve(MemberBanned event) {
    id = new MembershipId(event.serverId(), event.userId());
    member = null;
    banned = true;
  }

  @EventSourcingHandler
  void evolve(MemberTrusted event) {
    trusted = true;
  }

  @EventSourcingHandler
  void evolve(MemberUnbanned event) {
    banned = false;
  }

  @EventSourcingHandler
  void evolve(TimeoutImposed event) {
    timedOutUntil = event.until();
  }

  @EventSourcingHandler
  void evolve(TimeoutLifted event) {
    timedOutUntil = null;
  }

  @EventSourcingHandler
  void evolve(RoleGiven event) {
    member = member == null ? null : member.with(event.roleId());
  }

  @EventSourcingHandler
  void evolve(RoleTaken event) {
    member = member == null ? null : member.without(event.roleId());
  }
}

package io.beep.command.server;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.Standing;
import io.beep.coreapi.server.GiveRole;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.server.SetMemberRoles;
import io.beep.coreapi.server.TakeRole;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What one user is in one server, with their roles, through every joining and leaving. */
public final class Membership {

  @AggregateIdentifier private @Nullable MembershipId id;

  /** Null for one who is not in. */
  private @Nullable MemberAccess member;

  Membership() {}

  Membership(MemberJoined first) {
    apply(first);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(JoinServer command, AccessState access) {
    access.requireOpenTo(command.actor(), command.serverId());
    if (member == null) {
      apply(new MemberJoined(command.serverId(), command.actor()));
    }
  }

  boolean isMember() {
    return member != null;
  }

  /** Whether they were not in the server before. */
  boolean enter(MemberJoined entry) {
    if (member != null) {
      return false;
    }
    apply(entry);
    return true;
  }

  @CommandHandler
  void decide(LeaveServer command, AccessState access) {
    access.requireOpenTo(command.actor(), command.serverId());
    requireMember();
    if (access.isOwner(command.actor(), command.serverId())) {
      throw new DomainException(new ServerError.OwnerCannotLeave());
    }
    apply(new MemberLeft(command.serverId(), command.actor()));
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
  }

  @EventSourcingHandler
  void evolve(MemberLeft event) {
    member = null;
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

package io.beep.command.server;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.DeletionGrace;
import io.beep.command.shared.Standing;
import io.beep.coreapi.server.CreateRole;
import io.beep.coreapi.server.DeleteRole;
import io.beep.coreapi.server.EditRole;
import io.beep.coreapi.server.RecolourRole;
import io.beep.coreapi.server.RenameRole;
import io.beep.coreapi.server.ReorderRoles;
import io.beep.coreapi.server.RestoreRole;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.SetRolePermissions;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a server, a part of {@link Server}. Each refusal comes in this order: one may not
 * know of the server, may not manage roles at all, there is no such role, it stands too high, one
 * lacks a permission oneself.
 */
final class ServerRoles {

  private static final String EVERYONE = "@everyone";

  /** That of everyone among them. */
  private Map<RoleId, Role> roles = Map.of();

  /** The highest first, without that of everyone. */
  private List<RoleId> order = List.of();

  private DeletedRoles deleted = DeletedRoles.NONE;

  @CommandHandler
  RoleId decide(CreateRole command, AccessState access, IdGenerator ids) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    String name = RoleRules.requireName(command.name());
    String colour = RoleRules.requireColour(command.colour());
    standing.requireAll(command.permissions());
    RoleRules.requireRoom(order.size());
    RoleId roleId = new RoleId(ids.next());
    apply(
        new RoleCreated(
            command.serverId(),
            roleId,
            name,
            colour,
            command.permissions().names(),
            command.actor()));
    return roleId;
  }

  /** All that is wished is looked at before any of it is done. */
  @CommandHandler
  void decide(EditRole command, AccessState access) {
    ServerId server = command.serverId();
    UserId actor = command.actor();
    Standing standing = requireManager(actor, server, access);
    String newName = command.name();
    NewText newColour = command.colour();
    PermissionSet newPermissions = command.permissions();
    Role role =
        newName == null && newColour == null
            ? requireRoleBeneath(command.roleId(), standing)
            : requireOwnRole(command.roleId(), server, standing);
    String wishedName = newName == null ? role.name() : RoleRules.requireName(newName);
    String wishedColour =
        newColour == null ? role.colour() : RoleRules.requireColour(newColour.text());
    PermissionSet wishedPermissions = newPermissions == null ? role.permissions() : newPermissions;
    requireAllThatChanges(wishedPermissions, role, standing);
    rename(role, server, wishedName, actor);
    recolour(role, server, wishedColour, actor);
    allow(role, server, wishedPermissions, actor);
  }

  @CommandHandler
  void decide(RenameRole command, AccessState access) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    Role role = requireOwnRole(command.roleId(), command.serverId(), standing);
    rename(role, command.serverId(), RoleRules.requireName(command.name()), command.actor());
  }

  private static void rename(Role role, ServerId server, String wished, UserId actor) {
    if (!wished.equals(role.name())) {
      apply(new RoleRenamed(server, role.id(), wished, actor));
    }
  }

  @CommandHandler
  void decide(RecolourRole command, AccessState access) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    Role role = requireOwnRole(command.roleId(), command.serverId(), standing);
    recolour(role, command.serverId(), RoleRules.requireColour(command.colour()), command.actor());
  }

  private static void recolour(Role role, ServerId server, @Nullable String wished, UserId actor) {
    if (!Objects.equals(wished, role.colour())) {
      apply(new RoleRecoloured(server, role.id(), wished, actor));
    }
  }

  @CommandHandler
  void decide(SetRolePermissions command, AccessState access) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    Role role = requireRoleBeneath(command.roleId(), standing);
    requireAllThatChanges(command.permissions(), role, standing);
    allow(role, command.serverId(), command.permissions(), command.actor());
  }

  private static void requireAllThatChanges(PermissionSet wished, Role role, Standing standing) {
    standing.requireAll(wished.difference(role.permissions()));
  }

  private static void allow(Role role, ServerId server, PermissionSet wished, UserId actor) {
    if (!wished.equals(role.permissions())) {
      apply(new RolePermissionsSet(server, role.id(), wished.names(), actor));
    }
  }

  @CommandHandler
  void decide(ReorderRoles command, AccessState access) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    List<RoleId> wished = command.order();
    if (wished.contains(RoleId.everyone(command.serverId()))) {
      throw new DomainException(new RoleError.EveryoneFixed());
    }
    if (wished.size() != order.size() || !new HashSet<>(wished).equals(new HashSet<>(order))) {
      throw new DomainException(new RoleError.OrderOutdated());
    }
    int fixed = standing.fixed();
    if (!wished.subList(0, fixed).equals(order.subList(0, fixed))) {
      throw new DomainException(new RoleError.NotBeneath());
    }
    if (!wished.equals(order)) {
      apply(new RolesReordered(command.serverId(), wished, command.actor()));
    }
  }

  @CommandHandler
  void decide(DeleteRole command, AccessState access, Clock clock, DeletionGrace grace) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    Role role = requireOwnRole(command.roleId(), command.serverId(), standing);
    standing.requireAll(role.permissions());
    apply(
        new RoleDeleted(
            command.serverId(), role.id(), command.actor(), clock.instant().plus(grace.time())));
  }

  /**
   * Lets pass who could delete it where it will stand. What channels gave to it, it has again
   * without being asked for: somebody who might had given it.
   */
  @CommandHandler
  void decide(RestoreRole command, AccessState access, Clock clock) {
    Standing standing = requireManager(command.actor(), command.serverId(), access);
    if (roles.containsKey(command.roleId())) {
      return;
    }
    DeletedRoles.Deleted gone = deleted.of(command.roleId());
    if (gone == null) {
      throw new DomainException(new CommonError.NotFound("role"));
    }
    if (!clock.instant().isBefore(gone.finalAt())) {
      throw new DomainException(new RoleError.DeletionFinal());
    }
    int place = gone.placeIn(order);
    standing.requireAbovePlace(place);
    standing.requireAll(gone.role().permissions());
    RoleRules.requireRoom(order.size());
    List<RoleId> whole = new ArrayList<>(order);
    whole.add(place, command.roleId());
    Role role = gone.role();
    apply(
        new RoleRestored(
            command.serverId(),
            role.id(),
            role.name(),
            role.colour(),
            role.permissions().names(),
            whole,
            command.actor()));
  }

  private static Standing requireManager(UserId actor, ServerId server, AccessState access) {
    return access.requireStanding(actor, server, Permission.MANAGE_ROLES);
  }

  private Role requireRole(RoleId id) {
    Role role = roles.get(id);
    if (role == null) {
      throw new DomainException(new CommonError.NotFound("role"));
    }
    return role;
  }

  /** Lets pass a role beneath, which may be that of everyone. */
  private Role requireRoleBeneath(RoleId id, Standing standing) {
    Role role = requireRole(id);
    standing.requireAbove(id);
    return role;
  }

  /** Lets pass a role beneath, which is not that of everyone. */
  private Role requireOwnRole(RoleId id, ServerId server, Standing standing) {
    Role role = requireRole(id);
    if (id.equals(RoleId.everyone(server))) {
      throw new DomainException(new RoleError.EveryoneFixed());
    }
    standing.requireAbove(id);
    return role;
  }

  @EventSourcingHandler
  void evolve(ServerCreated event) {
    RoleId everyone = RoleId.everyone(event.serverId());
    roles =
        Map.of(
            everyone,
            new Role(everyone, EVERYONE, null, PermissionSet.named(event.everyonePermissions())));
  }

  @EventSourcingHandler
  void evolve(RoleCreated event) {
    roles =
        with(
            new Role(
                event.roleId(),
                event.name(),
                event.colour(),
                PermissionSet.named(event.permissions())));
    order = Stream.concat(order.stream(), Stream.of(event.roleId())).toList();
  }

  @EventSourcingHandler
  void evolve(RoleRenamed event) {
    roles = with(known(event.roleId()).named(event.name()));
  }

  @EventSourcingHandler
  void evolve(RoleRecoloured event) {
    roles = with(known(event.roleId()).coloured(event.colour()));
  }

  @EventSourcingHandler
  void evolve(RolePermissionsSet event) {
    roles = with(known(event.roleId()).allowing(PermissionSet.named(event.permissions())));
  }

  @EventSourcingHandler
  void evolve(RolesReordered event) {
    order = event.order();
  }

  @EventSourcingHandler
  void evolve(RoleDeleted event) {
    deleted = deleted.with(known(event.roleId()), order, event.finalAt());
    Map<RoleId, Role> fewer = new HashMap<>(roles);
    fewer.remove(event.roleId());
    roles = fewer;
    order = order.stream().filter(role -> !role.equals(event.roleId())).toList();
  }

  @EventSourcingHandler
  void evolve(RoleRestored event) {
    roles =
        with(
            new Role(
                event.roleId(),
                event.name(),
                event.colour(),
                PermissionSet.named(event.permissions())));
    order = event.order();
    deleted = deleted.without(event.roleId());
  }

  private Role known(RoleId role) {
    return Objects.requireNonNull(roles.get(role));
  }

  private Map<RoleId, Role> with(Role role) {
    Map<RoleId, Role> more = new HashMap<>(roles);
    more.put(role.id(), role);
    return more;
  }
}

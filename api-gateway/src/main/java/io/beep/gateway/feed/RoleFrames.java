package io.beep.gateway.feed;

import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleEvent;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRecoloured;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.RolesReordered;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What frames about roles have. Every member gets them. */
final class RoleFrames {

  /** A role without its place: it stands beneath all others, above that of everyone alone. */
  record NewRole(
      RoleId id,
      ServerId serverId,
      String name,
      @Nullable String colour,
      List<String> permissions) {

    NewRole {
      permissions = List.copyOf(permissions);
    }
  }

  record RoleCreatedData(String type, long position, Instant at, ServerId serverId, NewRole role) {}

  record RoleRenamedData(
      String type, long position, Instant at, ServerId serverId, RoleId roleId, String name) {}

  /**
   * @param colour left out when the role has none any more
   */
  record RoleRecolouredData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      RoleId roleId,
      @Nullable String colour) {}

  /** Whoever has the role may see other channels now: load those of the server again. */
  record RolePermissionsSetData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      RoleId roleId,
      List<String> permissions) {

    RolePermissionsSetData {
      permissions = List.copyOf(permissions);
    }
  }

  /**
   * @param order every role but that of everyone, the highest first
   */
  record RolesReorderedData(
      String type, long position, Instant at, ServerId serverId, List<RoleId> order) {

    RolesReorderedData {
      order = List.copyOf(order);
    }
  }

  /** Nobody has the role any more: whoever had it loads the channels of the server again. */
  record RoleDeletedData(
      String type, long position, Instant at, ServerId serverId, RoleId roleId) {}

  /**
   * The role is as it was, and whoever had it has it: who gets this loads the members and the
   * channels of the server again.
   *
   * @param order every role but that of everyone, the highest first
   */
  record RoleRestoredData(
      String type, long position, Instant at, ServerId serverId, NewRole role, List<RoleId> order) {

    RoleRestoredData {
      order = List.copyOf(order);
    }
  }

  /** The member loads the channels of the server again. */
  record RoleGivenData(
      String type, long position, Instant at, ServerId serverId, UserId userId, RoleId roleId) {}

  /** The member loads the channels of the server again. */
  record RoleTakenData(
      String type, long position, Instant at, ServerId serverId, UserId userId, RoleId roleId) {}

  static final Map<String, Class<? extends Record>> DATA =
      Map.of(
          "role.created", RoleCreatedData.class,
          "role.renamed", RoleRenamedData.class,
          "role.recoloured", RoleRecolouredData.class,
          "role.permissions-set", RolePermissionsSetData.class,
          "roles.reordered", RolesReorderedData.class,
          "role.deleted", RoleDeletedData.class,
          "role.restored", RoleRestoredData.class,
          "role.given", RoleGivenData.class,
          "role.taken", RoleTakenData.class);

  private RoleFrames() {}

  static String type(RoleEvent event) {
    return switch (event) {
      case RoleCreated _ -> "role.created";
      case RoleRenamed _ -> "role.renamed";
      case RoleRecoloured _ -> "role.recoloured";
      case RolePermissionsSet _ -> "role.permissions-set";
      case RolesReordered _ -> "roles.reordered";
      case RoleDeleted _ -> "role.deleted";
      case RoleRestored _ -> "role.restored";
      case RoleGiven _ -> "role.given";
      case RoleTaken _ -> "role.taken";
    };
  }

  /**
   * @param p the position of the event
   */
  static Record data(RoleEvent event, String type, long p, Instant at) {
    ServerId server = event.serverId();
    return switch (event) {
      case RoleCreated e ->
          new RoleCreatedData(
              type,
              p,
              at,
              server,
              new NewRole(e.roleId(), server, e.name(), e.colour(), e.permissions()));
      case RoleRenamed e -> new RoleRenamedData(type, p, at, server, e.roleId(), e.name());
      case RoleRecoloured e -> new RoleRecolouredData(type, p, at, server, e.roleId(), e.colour());
      case RolePermissionsSet e ->
          new RolePermissionsSetData(type, p, at, server, e.roleId(), e.permissions());
      case RolesReordered e -> new RolesReorderedData(type, p, at, server, e.order());
      case RoleDeleted e -> new RoleDeletedData(type, p, at, server, e.roleId());
      case RoleRestored e ->
          new RoleRestoredData(
              type,
              p,
              at,
              server,
              new NewRole(e.roleId(), server, e.name(), e.colour(), e.permissions()),
              e.order());
      case RoleGiven e -> new RoleGivenData(type, p, at, server, e.userId(), e.roleId());
      case RoleTaken e -> new RoleTakenData(type, p, at, server, e.userId(), e.roleId());
    };
  }
}

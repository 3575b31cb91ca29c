package io.beep.query.shared;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.readmodel.channel.ChannelOverwriteRow;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What decides permissions, as columns of whatever statement needs it, so that no further one is
 * asked. The fragments of SQL expect {@code s} for the server, {@code c} for the channel, {@code
 * me} for the membership of who asks, which may be null, and the parameter {@code :asking}.
 */
public final class AccessColumns {

  /** Members of {@code me} and {@code s} that the methods here read. */
  public static final String MEMBER =
      " s.id as server_id, s.owner_id, me.user_id as member_id, me.roles as member_roles,"
          + " me.timed_out_until, roles.role_ids, roles.role_permissions ";

  public static final String CHANNEL =
      " o.overwrite_kinds, o.overwrite_targets, o.overwrite_allows, o.overwrite_denies ";

  /** The role of everyone and those of who asks: all that decides for them. */
  public static final String MY_ROLES = roles("and (r.id = s.id or r.id = any(me.roles))");

  public static final String ALL_ROLES = roles("");

  /** The overwrites for the role of everyone, for the roles of who asks, and for themselves. */
  public static final String MY_OVERWRITES =
      overwrites(
          "and (o.target_id = s.id or o.target_id = any(me.roles) or o.target_id = :asking)");

  /** Without those of roles that are deleted, which a channel keeps in case they come back. */
  public static final String ALL_OVERWRITES =
      overwrites(
          "and (o.target_kind <> 'role' or exists (select from role r where r.id = o.target_id))");

  /**
   * Every overwrite of the channel itself, whether or not those of its folder count, and those of
   * roles that are deleted, which decide nothing until they come back.
   */
  public static final String OWN_OVERWRITES = overwritesOf("c.id", "");

  private static final String SEPARATOR = ",";

  private AccessColumns() {}

  private static String roles(String which) {
    return """
     left join lateral (
       select array_agg(r.id order by r.id) as role_ids,
              array_agg(array_to_string(r.permissions, ',') order by r.id) as role_permissions
       from role r where r.server_id = s.id %s
     ) roles on true
    """
        .formatted(which);
  }

  /** While a channel is synced those of its folder count. */
  private static String overwrites(String which) {
    return overwritesOf("case when c.synced then c.parent_id else c.id end", which);
  }

  private static String overwritesOf(String channel, String which) {
    return """
     left join lateral (
       select array_agg(o.target_kind order by o.target_kind, o.target_id) as overwrite_kinds,
              array_agg(o.target_id order by o.target_kind, o.target_id) as overwrite_targets,
              array_agg(array_to_string(o.allow, ',') order by o.target_kind, o.target_id)
                as overwrite_allows,
              array_agg(array_to_string(o.deny, ',') order by o.target_kind, o.target_id)
                as overwrite_denies
       from channel_overwrite o
       where o.channel_id = %s
         %s
     ) o on true
    """
        .formatted(channel, which);
  }

  public static ServerAccess server(Readable row) {
    List<UUID> ids = Columns.ids(row, "role_ids");
    List<String> permissions = Columns.texts(row, "role_permissions");
    Map<RoleId, PermissionSet> roles = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      roles.put(new RoleId(ids.get(i)), permissions(permissions.get(i)));
    }
    return new ServerAccess(
        new ServerId(Columns.id(row, "server_id")), new UserId(Columns.id(row, "owner_id")), roles);
  }

  /** Null when who asks is no member. */
  public static @Nullable MemberAccess member(Readable row) {
    UUID member = Columns.idOrNull(row, "member_id");
    if (member == null) {
      return null;
    }
    Set<RoleId> roles =
        Columns.ids(row, "member_roles").stream().map(RoleId::new).collect(Collectors.toSet());
    return new MemberAccess(new UserId(member), roles, Columns.timeOrNull(row, "timed_out_until"));
  }

  public static ChannelAccess channel(Readable row, ChannelId channelId, ServerId serverId) {
    List<String> kinds = Columns.texts(row, "overwrite_kinds");
    List<UUID> targets = Columns.ids(row, "overwrite_targets");
    List<String> allows = Columns.texts(row, "overwrite_allows");
    List<String> denies = Columns.texts(row, "overwrite_denies");
    Map<RoleId, Overwrite> roles = new HashMap<>();
    Map<UserId, Overwrite> members = new HashMap<>();
    for (int i = 0; i < kinds.size(); i++) {
      Overwrite overwrite = new Overwrite(permissions(allows.get(i)), permissions(denies.get(i)));
      if (kinds.get(i).equals(ChannelOverwriteRow.ROLE)) {
        roles.put(new RoleId(targets.get(i)), overwrite);
      } else {
        members.put(new UserId(targets.get(i)), overwrite);
      }
    }
    return new ChannelAccess(channelId, serverId, roles, members);
  }

  private static PermissionSet permissions(String names) {
    return names.isEmpty()
        ? PermissionSet.NONE
        : PermissionSet.of(
            Arrays.stream(names.split(SEPARATOR, -1)).map(Permission::valueOf).toList());
  }
}

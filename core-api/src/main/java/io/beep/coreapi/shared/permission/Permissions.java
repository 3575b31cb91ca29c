package io.beep.coreapi.shared.permission;

import static io.beep.coreapi.shared.permission.Permission.*;

import io.beep.coreapi.shared.RoleId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The permission algebra, one pure function:
 *
 * <ol>
 *   <li>whoever is no member may do nothing;
 *   <li>the owner may do everything;
 *   <li>start from what the role of everyone allows, or-ed with what the member's roles allow;
 *   <li>with ADMINISTRATOR everything is allowed, whatever a channel says;
 *   <li>apply the channel's overwrite for everyone, then those for the member's roles (all denies,
 *       then all allows), then the one for the member; what only means something in the server as a
 *       whole ({@link #SERVER_WIDE}) is neither given nor taken by any of them;
 *   <li>who is timed out keeps only what reading needs;
 *   <li>without VIEW_CHANNEL nothing is left of what a channel could allow.
 * </ol>
 */
public final class Permissions {

  /** What a new server lets every member do. */
  public static final PermissionSet DEFAULT_FOR_EVERYONE =
      PermissionSet.of(
          VIEW_CHANNEL,
          SEND_MESSAGES,
          ATTACH_FILES,
          EMBED_LINKS,
          ADD_REACTIONS,
          READ_HISTORY,
          CONNECT,
          SPEAK,
          VIDEO,
          SHARE_SCREEN);

  /** What is left to a member while timed out. */
  public static final PermissionSet READING = PermissionSet.of(VIEW_CHANNEL, READ_HISTORY);

  /** What means nothing in a single channel, so that no overwrite gives or takes it. */
  public static final PermissionSet SERVER_WIDE =
      PermissionSet.of(
          KICK_MEMBERS, BAN_MEMBERS, TIMEOUT_MEMBERS, MANAGE_SERVER, VIEW_AUDIT_LOG, ADMINISTRATOR);

  private Permissions() {}

  /**
   * What the member may do in the channel, or in the server as a whole when no channel is given.
   *
   * @param member null for someone who is no member
   */
  public static PermissionSet effective(
      ServerAccess server,
      @Nullable MemberAccess member,
      @Nullable ChannelAccess channel,
      Instant now) {
    if (member == null) {
      return PermissionSet.NONE;
    }
    if (server.ownerId().equals(member.userId())) {
      return PermissionSet.ALL;
    }
    RoleId everyone = RoleId.everyone(server.serverId());
    Map<RoleId, Overwrite> overwrites = channel == null ? Map.of() : channel.roles();
    // One walk over the roles, in words instead of sets: this stands in the way of each command.
    long granted = server.everyone().bits();
    long denied = 0;
    long allowed = 0;
    for (RoleId role : member.roles()) {
      PermissionSet ofRole = server.roles().get(role);
      // A role that is gone, or that of everyone listed by mistake, must not count here.
      if (ofRole == null || role.equals(everyone)) {
        continue;
      }
      granted |= ofRole.bits();
      Overwrite overwrite = overwrites.get(role);
      if (overwrite != null) {
        denied |= overwrite.deny().bits();
        allowed |= overwrite.allow().bits();
      }
    }
    PermissionSet permissions = new PermissionSet(granted);
    if (permissions.contains(ADMINISTRATOR)) {
      return PermissionSet.ALL;
    }
    if (channel != null) {
      Overwrite forRoles = new Overwrite(new PermissionSet(allowed), new PermissionSet(denied));
      PermissionSet serverWide = permissions.intersect(SERVER_WIDE);
      permissions = overwrites.getOrDefault(everyone, Overwrite.NOTHING).applyTo(permissions);
      permissions = forRoles.applyTo(permissions);
      permissions =
          channel.members().getOrDefault(member.userId(), Overwrite.NOTHING).applyTo(permissions);
      permissions = permissions.minus(SERVER_WIDE).plus(serverWide);
    }
    if (member.isTimedOut(now)) {
      permissions = permissions.intersect(READING);
    }
    if (channel != null && !permissions.contains(VIEW_CHANNEL)) {
      return PermissionSet.NONE;
    }
    return permissions;
  }
}

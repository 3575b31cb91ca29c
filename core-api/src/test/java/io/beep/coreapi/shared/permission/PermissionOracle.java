package io.beep.coreapi.shared.permission;

import io.beep.coreapi.shared.RoleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documented steps, told the other way round and one permission at a time: who spoke last about
 * it? Shares no line and no idea with {@link Permissions}, which goes forward over whole sets.
 */
final class PermissionOracle {

  /** Of whole servers; no channel has a word in it. */
  private static final Set<Permission> WITHOUT_PLACE =
      EnumSet.of(
          Permission.KICK_MEMBERS,
          Permission.BAN_MEMBERS,
          Permission.TIMEOUT_MEMBERS,
          Permission.MANAGE_SERVER,
          Permission.VIEW_AUDIT_LOG,
          Permission.ADMINISTRATOR);

  private final @Nullable MemberAccess member;
  private final @Nullable ChannelAccess channel;
  private final boolean isAboveAll;
  private final boolean isTimedOut;
  private final boolean sees;

  /** What the roles that someone has allow, that of everyone among them. */
  private final List<PermissionSet> granted = new ArrayList<>();

  private final @Nullable Overwrite forEveryone;
  private final List<Overwrite> forRoles = new ArrayList<>();
  private final @Nullable Overwrite forMember;

  PermissionOracle(PermissionCase question, Instant now) {
    ServerAccess server = question.server();
    member = question.member();
    channel = question.channel();
    RoleId everyone = new RoleId(server.serverId().value());
    listen(server, everyone);
    if (member != null) {
      for (RoleId role : member.roles()) {
        if (!role.equals(everyone) && server.roles().containsKey(role)) {
          listen(server, role);
          listen(channel, role);
        }
      }
    }
    forEveryone = channel == null ? null : channel.roles().get(everyone);
    forMember = channel == null || member == null ? null : channel.members().get(member.userId());
    isAboveAll =
        member != null
            && (member.userId().equals(server.ownerId()) || grants(Permission.ADMINISTRATOR));
    Instant until = member == null ? null : member.timedOutUntil();
    isTimedOut = until != null && now.compareTo(until) < 0;
    sees = channel == null || lastWord(Permission.VIEW_CHANNEL);
  }

  private void listen(ServerAccess server, RoleId role) {
    PermissionSet permissions = server.roles().get(role);
    if (permissions != null) {
      granted.add(permissions);
    }
  }

  private void listen(@Nullable ChannelAccess place, RoleId role) {
    Overwrite overwrite = place == null ? null : place.roles().get(role);
    if (overwrite != null) {
      forRoles.add(overwrite);
    }
  }

  boolean may(Permission permission) {
    if (member == null) {
      return false;
    }
    if (isAboveAll) {
      return true;
    }
    boolean isReading =
        permission == Permission.VIEW_CHANNEL || permission == Permission.READ_HISTORY;
    if (!sees || (isTimedOut && !isReading)) {
      return false;
    }
    return channel == null || WITHOUT_PLACE.contains(permission)
        ? grants(permission)
        : lastWord(permission);
  }

  private boolean lastWord(Permission permission) {
    if (forMember != null && speaks(forMember, permission)) {
      return forMember.allow().contains(permission);
    }
    boolean denied = false;
    for (Overwrite ofRole : forRoles) {
      if (ofRole.allow().contains(permission)) {
        return true;
      }
      denied |= ofRole.deny().contains(permission);
    }
    if (denied) {
      return false;
    }
    if (forEveryone != null && speaks(forEveryone, permission)) {
      return forEveryone.allow().contains(permission);
    }
    return grants(permission);
  }

  private static boolean speaks(Overwrite overwrite, Permission permission) {
    return overwrite.allow().contains(permission) || overwrite.deny().contains(permission);
  }

  private boolean grants(Permission permission) {
    for (PermissionSet permissions : granted) {
      if (permissions.contains(permission)) {
        return true;
      }
    }
    return false;
  }
}

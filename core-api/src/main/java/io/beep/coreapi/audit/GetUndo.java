package io.beep.coreapi.audit;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Duration;

/**
 * An act that can be set back to what was before it; refused with an {@link AuditError} when it
 * cannot. Whether the asking one may set it back is decided by the command that does.
 *
 * @param position of the act
 */
@NeedsPermission(Permission.VIEW_AUDIT_LOG)
public record GetUndo(ServerId serverId, UserId asking, long position)
    implements AuditQuery<UndoView> {

  /** How long after an act it can be undone: a night's sleep over it, and a morning. */
  public static final Duration GRACE = Duration.ofHours(24);

  /** How long after it a deletion can be undone, if the server does not end it before. */
  public static final Duration GRACE_OF_DELETIONS = Duration.ofDays(7);

  /**
   * @param action the stored name of the event
   */
  public static Duration graceOf(String action) {
    return switch (action) {
      case "channel.ChannelDeleted", "server.RoleDeleted" -> GRACE_OF_DELETIONS;
      default -> GRACE;
    };
  }
}

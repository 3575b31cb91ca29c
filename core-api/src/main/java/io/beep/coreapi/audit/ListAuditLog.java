package io.beep.coreapi.audit;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a server's audit log, the newest first. What of an act only those may know who see
 * the channel, is told to them alone.
 *
 * @param before only acts before this position
 * @param after only acts after this position, those next to it; not together with {@code before}
 * @param limit 1 to {@link #MOST}
 */
@NeedsPermission(Permission.VIEW_AUDIT_LOG)
public record ListAuditLog(
    ServerId serverId,
    UserId asking,
    Filter filter,
    @Nullable Long before,
    @Nullable Long after,
    int limit)
    implements AuditQuery<AuditLogPage> {

  public static final int USUAL = 50;

  /** As a page of an export; people see a tenth of it at once. */
  public static final int MOST = 500;

  /**
   * Which acts; null for all of them.
   *
   * @param actor who acted
   * @param action the stored name of the event, such as {@code channel.ChannelRenamed}
   * @param target id of what it was done to, or what else it was about
   * @param from at this time or later
   * @param to before this time
   */
  public record Filter(
      @Nullable UserId actor,
      @Nullable String action,
      @Nullable String target,
      @Nullable Instant from,
      @Nullable Instant to) {

    public static final Filter ALL = new Filter(null, null, null, null, null);
  }
}

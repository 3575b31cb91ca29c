package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What is reported in a server, one entry for each message or member, what happened last first.
 * Left out is what was said in channels that the asking one does not see, and what is reported of
 * themselves, unless they are the owner.
 *
 * @param open whether those that wait, or those that are done with
 * @param before only those before this place, which a page before answered; null for the first page
 * @param limit 1 to {@link #MOST}
 */
@NeedsPermission(Permission.MANAGE_MESSAGES)
public record ListReports(
    ServerId serverId, UserId asking, boolean open, @Nullable Long before, int limit)
    implements ModerationQuery<ReportPage> {

  public static final int USUAL = 25;
  public static final int MOST = 100;
}

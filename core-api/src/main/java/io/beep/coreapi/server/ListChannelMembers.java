package io.beep.coreapi.server;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a channel, by user id, for those who may.
 *
 * @param after what the page before names as next, or null for the first page
 * @param limit 1 to {@value #MOST}
 */
@NeedsPermission(Permission.VIEW_CHANNEL)
public record ListChannelMembers(
    ChannelId channelId, UserId asking, @Nullable UserId after, int limit)
    implements ServerQuery<ChannelMemberPage> {

  /** At most so many on a page. */
  public static final int MOST = 100;
}

package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Members of a server by user id, for its members.
 *
 * @param after the last user id of the page before, or null for the first page
 * @param limit 1 to 1000
 */
@NeedsNoPermission(because = "members see who is with them")
public record ListMembers(ServerId serverId, UserId asking, @Nullable UserId after, int limit)
    implements ServerQuery<MemberPage> {}

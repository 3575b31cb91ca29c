package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Who is banned from a server, by user id.
 *
 * @param words in their username, their name or the reason; empty for all
 * @param after the last user id of the page before, or null for the first page
 * @param limit 1 to 1000
 */
@NeedsPermission(Permission.BAN_MEMBERS)
public record ListBans(
    ServerId serverId, UserId asking, String words, @Nullable UserId after, int limit)
    implements ServerQuery<BanPage> {}

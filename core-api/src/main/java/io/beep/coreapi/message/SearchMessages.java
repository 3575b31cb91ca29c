package io.beep.coreapi.message;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Messages that have the words, best first, among those that the asking one may read.
 *
 * @param words as typed: words are and-ed, {@code "phrases"} are quoted; 1 to 200 characters
 * @param serverId only there, or null
 * @param channelId only there, or null
 * @param cursor of the page before, or null for the first page
 */
@NeedsPermission({Permission.VIEW_CHANNEL, Permission.READ_HISTORY})
public record SearchMessages(
    String words,
    @Nullable ServerId serverId,
    @Nullable ChannelId channelId,
    @Nullable String cursor,
    UserId asking)
    implements MessageQuery<SearchPage> {}

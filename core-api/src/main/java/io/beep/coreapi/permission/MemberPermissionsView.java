package io.beep.coreapi.permission;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member may do, and why.
 *
 * @param channelId where; null for the server as a whole
 * @param folderId whose overwrites count in the channel while it is synced; null when its own do
 * @param folderName of that folder
 * @param timedOutUntil until then the member only reads; null when not timed out
 * @param permissions each one that means something there
 * @param position the place in the event stream up to which the answer knows everything
 */
public record MemberPermissionsView(
    ServerId serverId,
    @Nullable ChannelId channelId,
    @Nullable ChannelId folderId,
    @Nullable String folderName,
    UserId userId,
    String username,
    String displayName,
    @Nullable Instant timedOutUntil,
    List<PermissionView> permissions,
    long position) {

  public MemberPermissionsView {
    permissions = List.copyOf(permissions);
  }
}

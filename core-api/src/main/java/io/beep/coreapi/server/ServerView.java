package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server as the asking one may know it.
 *
 * @param pictureUrl of its largest size, {@code /api/pictures/<id>/256}; null without a picture
 * @param bannerUrl of its largest size, {@code /api/pictures/<id>/1920}; null without one
 * @param member whether the asking one is in it
 * @param permissions what the asking one may do in the server as a whole; none for who is no member
 * @param timedOutUntil until then the asking one may only read; null when they are not timed out
 * @param channels those that the asking one may see; none for who is no member
 * @param position the place in the event stream up to which the answer knows everything
 */
public record ServerView(
    ServerId id,
    String name,
    @Nullable String description,
    List<String> tags,
    @Nullable String pictureUrl,
    @Nullable String bannerUrl,
    Visibility visibility,
    UserId ownerId,
    int memberCount,
    Instant createdAt,
    boolean member,
    PermissionSet permissions,
    @Nullable Instant timedOutUntil,
    List<ServerChannelView> channels,
    long position) {

  public ServerView {
    tags = List.copyOf(tags);
    channels = List.copyOf(channels);
  }
}

package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A deleted channel is back as it was, with what was said in it. The event says all that there is
 * to know of it, so that nobody has to remember what is gone.
 *
 * @param type {@code text}, {@code voice} or {@code folder}
 * @param slowMode seconds between two messages of one member, 0 for none
 * @param folderId the folder that holds it
 * @param synced whether the overwrites of its folder count, and not its own
 * @param place see {@link ChannelOrder}
 * @param allowed names of permissions by {@code role/<id>} or {@code member/<id>}
 * @param denied the same; both have the same keys, those of the channel's own overwrites
 * @param createdAt when it first came to be
 */
@Revision("1")
public record ChannelRestored(
    ChannelId channelId,
    ServerId serverId,
    String name,
    String type,
    @Nullable String topic,
    int slowMode,
    @Nullable ChannelId folderId,
    boolean synced,
    String place,
    Map<String, List<String>> allowed,
    Map<String, List<String>> denied,
    Instant createdAt,
    UserId restoredBy)
    implements ChannelEvent {

  private static final String SEPARATOR = "/";

  public ChannelRestored {
    allowed = Map.copyOf(allowed);
    denied = Map.copyOf(denied);
  }

  /** The key of an overwrite. */
  public static String key(OverwriteKind kind, UUID target) {
    return kind.wireName() + SEPARATOR + target;
  }

  /** Its own overwrites. */
  public ChannelAccess own() {
    ChannelAccess own = ChannelAccess.open(channelId, serverId);
    for (Map.Entry<String, List<String>> one : allowed.entrySet()) {
      int end = one.getKey().indexOf(SEPARATOR);
      own =
          own.with(
              OverwriteKind.named(one.getKey().substring(0, end)),
              UUID.fromString(one.getKey().substring(end + 1)),
              Overwrite.named(one.getValue(), denied.getOrDefault(one.getKey(), List.of())));
    }
    return own;
  }
}

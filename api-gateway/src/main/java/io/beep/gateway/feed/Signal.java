package io.beep.gateway.feed;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserView;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told to those who look and is never stored. */
public sealed interface Signal {

  /** Someone is writing in a channel; others may show it for some seconds. */
  record Typing(ServerId serverId, ChannelId channelId, UserView user, Instant at)
      implements Signal {}

  /** Someone chose what they are shown as, at whichever node; their devices may be at any. */
  record StatusChosen(UserId user, Status status, Instant at) implements Signal {}

  /**
   * A device gave a sign of life, at whichever node; its stream may be at any.
   *
   * @param watching whom it shows now; null when that is as before
   */
  record DeviceTold(
      UserId user, UUID device, boolean idle, @Nullable List<UserId> watching, Instant at)
      implements Signal {

    public DeviceTold {
      watching = watching == null ? null : List.copyOf(watching);
    }
  }
}

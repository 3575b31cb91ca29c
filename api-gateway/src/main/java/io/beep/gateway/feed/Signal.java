package io.beep.gateway.feed;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.user.UserView;
import java.time.Instant;

/** What is told to those who look and is never stored. */
public sealed interface Signal {

  /** Someone is writing in a channel; others may show it for some seconds. */
  record Typing(ServerId serverId, ChannelId channelId, UserView user, Instant at)
      implements Signal {}
}

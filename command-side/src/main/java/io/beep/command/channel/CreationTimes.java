package io.beep.command.channel;

import io.beep.coreapi.shared.ChannelId;
import java.time.Instant;

/** When channels came to be. */
@FunctionalInterface
public interface CreationTimes {

  /** Of a channel that there is or was. */
  Instant of(ChannelId channel);
}

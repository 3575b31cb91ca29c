package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.UserId;
import java.time.LocalDate;

/**
 * Names what somebody wrote in a channel with slow mode in one day.
 *
 * @param day in UTC; so that a stream does not grow for ever
 */
public record SenderTurnsId(ChannelId channelId, UserId userId, LocalDate day) {

  private static final String PREFIX = "sender-turns:";

  @Override
  public String toString() {
    return PREFIX + channelId.value() + ":" + userId.value() + ":" + day;
  }
}

package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Names what somebody wrote in a channel with slow mode in one day.
 *
 * @param day since 1970, in UTC; so that a stream does not grow for ever
 */
public record SenderTurnsId(ChannelId channelId, UserId userId, long day) {

  private static final String PREFIX = "sender-turns:";

  public static SenderTurnsId at(ChannelId channelId, UserId userId, Instant time) {
    return new SenderTurnsId(
        channelId, userId, LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay());
  }

  public SenderTurnsId dayBefore() {
    return new SenderTurnsId(channelId, userId, day - 1);
  }

  @Override
  public String toString() {
    return PREFIX + channelId.value() + ":" + userId.value() + ":" + day;
  }
}

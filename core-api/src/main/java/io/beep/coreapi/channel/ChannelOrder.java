package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ChannelId;

/**
 * Where channels stand: each has a place, a text of ASCII letters and digits, and lists sort by it.
 * One that was never moved has its id without the dashes, so that channels stand in the order of
 * their creation. One that was moved behind another bears the other's place and then a fraction, so
 * that it stands before all that come later without anyone counting them.
 */
public final class ChannelOrder {

  /** Of an id without its dashes. */
  public static final int ROOT_LENGTH = 32;

  private ChannelOrder() {}

  /** The place of a channel that nobody has moved. */
  public static String first(ChannelId channel) {
    return channel.value().toString().replace("-", "");
  }
}

package io.beep.coreapi.channel;

import io.beep.coreapi.shared.ServerId;

/** Names the roster of a server's channels; each server has one. */
public record ChannelRosterId(ServerId serverId) {

  private static final String PREFIX = "channel-roster:";

  @Override
  public String toString() {
    return PREFIX + serverId.value();
  }
}

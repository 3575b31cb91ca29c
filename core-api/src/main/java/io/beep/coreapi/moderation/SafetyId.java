package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ServerId;

/** Names in the event store what keeps a server safe by itself; each server has one. */
public record SafetyId(ServerId serverId) {

  private static final String PREFIX = "safety:";

  @Override
  public String toString() {
    return PREFIX + serverId.value();
  }
}

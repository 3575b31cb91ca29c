package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;

/** Names the count of a server's invitations; each server has one. */
public record InvitationQuotaId(ServerId serverId) {

  private static final String PREFIX = "invitation-quota:";

  @Override
  public String toString() {
    return PREFIX + serverId.value();
  }
}

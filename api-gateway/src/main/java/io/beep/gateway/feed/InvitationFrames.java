package io.beep.gateway.feed;

import io.beep.coreapi.invitation.MemberInvitationAccepted;
import io.beep.coreapi.invitation.MemberInvitationDeclined;
import io.beep.coreapi.invitation.MemberInvitationEvent;
import io.beep.coreapi.invitation.MemberInvitationRevoked;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.Map;

/** What frames about invitations have that name whom they invite. Nobody else gets them. */
final class InvitationFrames {

  /** What it leads to is asked of {@code /api/me/invitations}. */
  record InvitationReceivedData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      UserId inviterId,
      Instant expiresAt) {}

  /** It was accepted or declined, perhaps on another device, or revoked. */
  record InvitationEndedData(String type, long position, Instant at, ServerId serverId) {}

  private static final String RECEIVED = "invitation.received";
  private static final String ENDED = "invitation.ended";

  static final Map<String, Class<? extends Record>> DATA =
      Map.of(RECEIVED, InvitationReceivedData.class, ENDED, InvitationEndedData.class);

  private InvitationFrames() {}

  static String type(MemberInvitationEvent event) {
    return event instanceof MemberInvited ? RECEIVED : ENDED;
  }

  /**
   * @param p the position of the event
   */
  static Record data(MemberInvitationEvent event, String type, long p, Instant at) {
    return switch (event) {
      case MemberInvited e ->
          new InvitationReceivedData(type, p, at, e.serverId(), e.inviterId(), e.expiresAt());
      case MemberInvitationAccepted _, MemberInvitationDeclined _, MemberInvitationRevoked _ ->
          new InvitationEndedData(type, p, at, event.serverId());
    };
  }
}

package io.beep.gateway.feed;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * What frames about keeping order have. The reason is in none of them: it is for those who may look
 * it up.
 */
final class ModerationFrames {

  record MemberKickedData(
      String type, long position, Instant at, ServerId serverId, UserId userId) {}

  /**
   * @param wasMember whether they were in the server until then; of who was not, only those hear
   *     who may ban
   */
  record MemberBannedData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      UserId userId,
      boolean wasMember) {}

  record MemberUnbannedData(
      String type, long position, Instant at, ServerId serverId, UserId userId) {}

  /** What the member may do changes now, and by itself once more at the end. */
  record MemberTimedOutData(
      String type, long position, Instant at, ServerId serverId, UserId userId, Instant until) {}

  record MemberTimeoutLiftedData(
      String type, long position, Instant at, ServerId serverId, UserId userId) {}

  static final Map<String, Class<? extends Record>> DATA =
      Map.of(
          "member.kicked", MemberKickedData.class,
          "member.banned", MemberBannedData.class,
          "member.unbanned", MemberUnbannedData.class,
          "member.timed-out", MemberTimedOutData.class,
          "member.timeout-lifted", MemberTimeoutLiftedData.class);

  private ModerationFrames() {}
}

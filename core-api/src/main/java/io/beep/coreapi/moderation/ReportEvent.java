package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that happens to what is reported of one message or one member. */
public sealed interface ReportEvent extends ModerationEvent
    permits ReportFiled, ReportResolved, ReportReopened {

  /** {@code message} or {@code member}. */
  String targetKind();

  /** Of the message or of the user. */
  UUID targetId();

  /** Who wrote the message, or who is reported themselves. */
  UserId accusedId();

  /** Where the message is; null for a member. */
  @Nullable ChannelId channelId();

  default ReportId reportId() {
    return new ReportId(targetId());
  }
}

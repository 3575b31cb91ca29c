package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is reported of one message or one member.
 *
 * @param accused who wrote the message, or who is reported themselves
 * @param accusedIsMember whether they are still in the server
 * @param message as it is now; null for a member, and when it is gone
 * @param channelId where the message is or was; null for a member
 * @param count how many have reported it in this round
 * @param filings the newest of them, {@link #FILINGS_MOST} at most
 * @param resolution null while it is open
 */
public record ReportView(
    ReportId id,
    ServerId serverId,
    ReportTarget target,
    AuthorView accused,
    boolean accusedIsMember,
    @Nullable ReportedMessageView message,
    @Nullable ChannelId channelId,
    int count,
    List<FilingView> filings,
    Instant lastAt,
    @Nullable ResolutionView resolution) {

  public static final int FILINGS_MOST = 10;

  public ReportView {
    filings = List.copyOf(filings);
  }

  /**
   * The message as it is now.
   *
   * @param editedSince whether it says something else than when it was first reported
   */
  public record ReportedMessageView(
      String content, Instant createdAt, @Nullable Instant editedAt, boolean editedSince) {}

  /**
   * What one member reported.
   *
   * @param reporter null for the word filter of the server
   * @param category as {@link ReportCategory} names it, {@code words} for the word filter
   */
  public record FilingView(
      @Nullable AuthorView reporter, String category, @Nullable String text, Instant at) {}

  /** How it ended. */
  public record ResolutionView(
      ReportOutcome outcome, @Nullable String note, AuthorView by, Instant at) {}
}

package io.beep.coreapi.audit;

import io.beep.coreapi.shared.AuthorView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there was with somebody in a server.
 *
 * @param joinedAt the last time; null for who is not in it
 * @param timedOutUntil null when they may write
 * @param trusted whether somebody trusted them while they were new
 * @param bannedAt null for who may come in
 * @param reports how often they and their messages were reported, in all; null when one asks about
 *     oneself, unless one owns the server
 * @param openReports how many entries about them wait in the queue; null as before
 * @param moves when they came and left by their own wish, the newest first, {@link #MOVES_MOST} at
 *     most
 * @param acts what was done to them, the newest first, {@link #ACTS_MOST} at most
 * @param position the place in the event stream up to which the answer knows everything
 */
public record MemberHistoryView(
    AuthorView user,
    @Nullable Instant joinedAt,
    @Nullable Instant timedOutUntil,
    boolean trusted,
    @Nullable Instant bannedAt,
    @Nullable Integer reports,
    @Nullable Integer openReports,
    List<Move> moves,
    List<AuditEntryView> acts,
    long position) {

  public static final int ACTS_MOST = 100;
  public static final int MOVES_MOST = 100;

  /**
   * @param position its place in the event stream, among those of the acts
   * @param left whether they left, rather than came
   * @param invitedBy whose link they came by; null for none
   */
  public record Move(long position, Instant at, boolean left, @Nullable AuthorView invitedBy) {}

  public MemberHistoryView {
    moves = List.copyOf(moves);
    acts = List.copyOf(acts);
  }
}

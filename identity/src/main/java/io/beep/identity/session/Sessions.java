package io.beep.identity.session;

import static io.beep.identity.shared.IdentityDatabase.at;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.Lifetimes;
import io.beep.identity.shared.Revoking;
import io.beep.identity.shared.UpkeepTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Which browsers are signed in. */
class Sessions implements UpkeepTask {

  /** Since the last use. */
  static final Duration LIFE = Duration.ofDays(30);

  /** How exactly the last use is known; each write costs an fsync. */
  static final Duration USE_RECORDED_EVERY = Duration.ofHours(1);

  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private final IdentityDatabase database;
  private final Revoking revoking;
  private final IdGenerator ids;
  private final Clock clock;

  Sessions(IdentityDatabase database, Revoking revoking, IdGenerator ids, Clock clock) {
    this.database = database;
    this.revoking = revoking;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Someone's session.
   *
   * @param sessionId what tokens that are given in it bear as {@code sid}
   * @param extended whether this use made it last longer, so that its cookie has to as well
   */
  record Use(UserId userId, UUID sessionId, boolean extended) {}

  /** Signs a browser in. Answers the value of its cookie, which is kept nowhere else. */
  String open(UserId userId) {
    String token = SessionTokens.next();
    Instant now = clock.instant();
    database
        .client()
        .sql(
            """
            insert into session (session_id, token_hash, user_id, created_at, last_used_at, expires_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            ids.next(),
            SessionTokens.hash(token),
            userId.value(),
            at(now),
            at(now),
            at(now.plus(LIFE)))
        .update();
    return token;
  }

  /** Whose session this is; empty when it has ended or never was. */
  Optional<Use> use(String token) {
    Instant now = clock.instant();
    byte[] hash = SessionTokens.hash(token);
    return database
        .client()
        .sql(
            """
            select session.user_id, session.session_id, session.last_used_at
            from session join account on account.user_id = session.user_id
            where token_hash = ? and expires_at > ? and account.state = 'active'
            """)
        .params(hash, at(now))
        .query(
            (row, number) ->
                new Use(
                    new UserId(row.getObject("user_id", UUID.class)),
                    row.getObject("session_id", UUID.class),
                    isDue(row.getObject("last_used_at", OffsetDateTime.class), now)))
        .optional()
        .map(use -> use.extended() ? extend(hash, use, now) : use);
  }

  private static boolean isDue(OffsetDateTime lastUsed, Instant now) {
    return lastUsed.toInstant().plus(USE_RECORDED_EVERY).isBefore(now);
  }

  private Use extend(byte[] hash, Use use, Instant now) {
    database
        .client()
        .sql("update session set last_used_at = ?, expires_at = ? where token_hash = ?")
        .params(at(now), at(now.plus(LIFE)), hash)
        .update();
    return use;
  }

  /**
   * Ends it, and with it every token that was given in it; tells whose it was, if it was still
   * there.
   */
  Optional<UserId> close(String token) {
    return database.transactions().execute(status -> closeAll(token));
  }

  private Optional<UserId> closeAll(String token) {
    Optional<Closed> closed =
        database
            .client()
            .sql("delete from session where token_hash = ? returning session_id, user_id")
            .param(SessionTokens.hash(token))
            .query(
                (row, number) ->
                    new Closed(
                        row.getObject("session_id", UUID.class),
                        new UserId(row.getObject("user_id", UUID.class))))
            .optional();
    closed.ifPresent(
        session -> revoking.revoke(session.id(), clock.instant().plus(Lifetimes.AFTER_SESSION)));
    return closed.map(Closed::userId);
  }

  private record Closed(UUID id, UserId userId) {}

  @Override
  public String name() {
    return "delete ended sessions";
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    database
        .client()
        .sql("delete from session where expires_at <= ?")
        .param(at(clock.instant()))
        .update();
  }
}

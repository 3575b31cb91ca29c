package io.beep.identity.token;

import static io.beep.identity.shared.IdentityDatabase.at;

import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.UpkeepTask;
import java.time.Clock;
import java.time.Duration;

/**
 * Deletes authorizations of which nothing is valid any more. Every silent renewal leaves one, so
 * the table would grow by a hundred rows per person and day.
 */
class SpentAuthorizations implements UpkeepTask {

  /** Well after codes, access tokens and id tokens, which live half an hour at most. */
  private static final Duration KEPT = Duration.ofHours(2);

  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private final IdentityDatabase database;
  private final Clock clock;

  SpentAuthorizations(IdentityDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "delete spent authorizations";
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    database
        .client()
        .sql("delete from oauth2_authorization where authorization_code_issued_at < ?")
        .param(at(clock.instant().minus(KEPT)))
        .update();
  }
}

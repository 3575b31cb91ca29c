package io.beep.identity.revocation;

import static io.beep.identity.shared.IdentityDatabase.at;

import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.Revoking;
import io.beep.identity.shared.UpkeepTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Writes revocations down and tells the gateways when the transaction is through. */
class RevocationTable implements Revoking, UpkeepTask {

  static final String CHANNEL = "beep_revoked";

  /** Clocks of nodes differ, and gateways take a token for some seconds after its end. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private final IdentityDatabase database;
  private final Clock clock;

  RevocationTable(IdentityDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void revoke(UUID id, Instant end) {
    database
        .client()
        .sql(
            """
            with noted as (
              insert into revocation (id, ends_at) values (?, ?) on conflict (id) do nothing
              returning id)
            select pg_notify(?, '') from noted
            """)
        .params(id, at(end.plus(MARGIN)), CHANNEL)
        .query()
        .listOfRows();
  }

  @Override
  public boolean isRevoked(UUID id) {
    return database
        .client()
        .sql("select exists (select from revocation where id = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  @Override
  public String name() {
    return "delete revocations of what has expired";
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    database
        .client()
        .sql("delete from revocation where ends_at <= ?")
        .param(at(clock.instant()))
        .update();
  }
}

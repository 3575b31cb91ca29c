package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.gateway.feed.Signal;
import io.beep.gateway.feed.Signals;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresSignalsTest implements SignalsContract {

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final PostgresSignals here = node();
  private final PostgresSignals there = node();

  private PostgresSignals node() {
    return PostgresSignals.start(
        "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
        database.user(),
        database.password());
  }

  @BeforeEach
  void listening() {
    await().atMost(SOON).until(() -> here.isListening() && there.isListening());
  }

  @AfterEach
  void end() throws InterruptedException {
    here.close();
    there.close();
  }

  @Override
  public Signals here() {
    return here;
  }

  @Override
  public Signals there() {
    return there;
  }

  @Test
  void shouldArriveAgainAfterTheDatabaseCutEveryone() {
    Queue<Signal> arrived = new ConcurrentLinkedQueue<>();
    there.listen(arrived::add);

    database.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'beep-signals'");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              here.publish(SignalsContract.typing());
              assertThat(arrived).isNotEmpty();
            });
  }
}

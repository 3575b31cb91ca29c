package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Neighbours.Guest;
import io.beep.gateway.feed.presence.Neighbours.Told;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes over one database: each knows who is at the other, also after a crash of either. */
final class PostgresNeighboursTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration LEASE = Duration.ofSeconds(3);

  private final TestDatabase database = TestPostgres.database(PostgresNeighbours.SCHEMA);
  private PostgresNeighbours here;
  private PostgresNeighbours there;

  /** What the other node knows of whom. */
  private final Map<UserId, Guest> known = new ConcurrentHashMap<>();

  @BeforeEach
  void start() {
    Flyway.configure()
        .dataSource(database.dataSource())
        .schemas(PostgresNeighbours.SCHEMA)
        .locations("classpath:" + PostgresNeighbours.MIGRATIONS)
        .load()
        .migrate();
    here = PostgresNeighbours.start(database.dataSource(), LEASE);
    there = listening();
  }

  private PostgresNeighbours listening() {
    PostgresNeighbours node = PostgresNeighbours.start(database.dataSource(), LEASE);
    node.listen(
        told ->
            told.forEach(
                one -> {
                  switch (one) {
                    case Told.Here guest -> known.put(guest.guest().user(), guest.guest());
                    case Told.Gone gone -> known.remove(gone.user());
                    case Told.Silent _ -> known.clear();
                  }
                }));
    return node;
  }

  @AfterEach
  void end() throws InterruptedException {
    here.close();
    there.close();
  }

  private static Guest guest(boolean idle, Status status) {
    return new Guest(
        new UserId(UUID.randomUUID()), idle, status, Set.of(new ServerId(UUID.randomUUID())));
  }

  @Test
  void shouldKnowWhoComesChangesAndGoes() {
    Guest ada = guest(false, Status.ONLINE);
    here.here(ada);
    await().atMost(SOON).untilAsserted(() -> assertThat(known).containsEntry(ada.user(), ada));

    Guest changed = new Guest(ada.user(), true, Status.INVISIBLE, Set.of());
    here.here(changed);
    await().atMost(SOON).untilAsserted(() -> assertThat(known).containsEntry(ada.user(), changed));

    here.gone(ada.user());
    await().atMost(SOON).untilAsserted(() -> assertThat(known).isEmpty());
  }

  @Test
  void shouldLoseThoseOfANodeThatFallsSilent() throws InterruptedException {
    Guest ada = guest(false, Status.ONLINE);
    here.here(ada);
    await().atMost(SOON).untilAsserted(() -> assertThat(known).containsKey(ada.user()));

    here.close();

    await().atMost(SOON).untilAsserted(() -> assertThat(known).isEmpty());
  }

  @Test
  void shouldTellAllToANodeThatComesLater() throws InterruptedException {
    Guest ada = guest(true, Status.DND);
    here.here(ada);
    await().atMost(SOON).untilAsserted(() -> assertThat(known).containsKey(ada.user()));
    there.close();
    known.clear();

    there = listening();

    await().atMost(SOON).untilAsserted(() -> assertThat(known).containsEntry(ada.user(), ada));
  }

  @Test
  void shouldTellAllAnewAfterTheTablesWereEmptied() {
    Guest ada = guest(false, Status.ONLINE);
    here.here(ada);
    await().atMost(SOON).untilAsserted(() -> assertThat(known).containsKey(ada.user()));

    // What a crash of the server does to unlogged tables.
    database.execute("truncate node, guest");
    known.clear();

    await().atMost(SOON).untilAsserted(() -> assertThat(known).containsEntry(ada.user(), ada));
  }
}

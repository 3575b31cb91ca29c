package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.app.gatewaynode.PresenceNode.Line;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Presence;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two gateways over one PostgreSQL, with the lease that they have in earnest. */
final class TwoNodesPresenceTest implements PresenceContract {

  private final TestDatabase database = migrated();
  private final ChosenStatuses statuses = ChosenStatuses.inMemory();
  private PostgresNeighbours ofHere = neighbours();
  private final PostgresNeighbours ofThere = neighbours();
  private PresenceNode here = new PresenceNode(ofHere, statuses);
  private final PresenceNode there = new PresenceNode(ofThere, statuses);

  private static TestDatabase migrated() {
    TestDatabase database = TestPostgres.database(PostgresNeighbours.SCHEMA);
    Flyway.configure()
        .dataSource(database.dataSource())
        .schemas(PostgresNeighbours.SCHEMA)
        .locations("classpath:" + PostgresNeighbours.MIGRATIONS)
        .load()
        .migrate();
    return database;
  }

  private PostgresNeighbours neighbours() {
    return PostgresNeighbours.start(database.dataSource(), PostgresNeighbours.LEASE);
  }

  @AfterEach
  void end() throws InterruptedException {
    ofHere.close();
    ofThere.close();
  }

  @Override
  public PresenceNode here() {
    return here;
  }

  @Override
  public PresenceNode there() {
    return there;
  }

  @Override
  public ChosenStatuses statuses() {
    return statuses;
  }

  /** A node that ends says nothing, as one that is killed. */
  @Override
  public void killHere() {
    try {
      ofHere.close();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void startHere() {
    ofHere = neighbours();
    here = new PresenceNode(ofHere, statuses);
  }

  /** Nodes that live renew their lease within a second. */
  @Override
  public void passesBetween(Duration time) {
    database.execute(
        "update node set seen_at = seen_at - interval '" + time.toSeconds() + " seconds'");
  }

  @Test
  void shouldNotShowThatANodeIsStartedAnew() {
    ServerId server = new ServerId(UUID.randomUUID());
    here().opens(ADA, server);
    Line grace = there().opens(GRACE, server);
    awaitShown(grace, Presence.ONLINE);

    killHere();
    startHere();
    here().opens(ADA, server);
    here().opens(BOB, server);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              here().tick();
              there().passes(Duration.ofSeconds(1));
              assertThat(there().shown(grace, BOB)).isEqualTo(Presence.ONLINE);
            });

    assertThat(there().told(grace, ADA)).containsOnly(Presence.ONLINE);
  }

  @Test
  void shouldWriteNothingOfSomeoneInvisible() throws SQLException {
    ServerId server = new ServerId(UUID.randomUUID());
    statuses.choose(ADA, Status.INVISIBLE, Instant.EPOCH);
    here().opens(ADA, server);
    here().opens(BOB, server);
    Line grace = there().opens(GRACE, server);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              here().passes(Duration.ofSeconds(1));
              there().passes(Duration.ofSeconds(1));
              assertThat(there().shown(grace, BOB)).isEqualTo(Presence.ONLINE);
            });

    assertThat(rowsOf(ADA.value())).isZero();
    assertThat(rowsOf(BOB.value())).isEqualTo(1);
  }

  private void awaitShown(Line line, Presence presence) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              here().passes(Duration.ofSeconds(1));
              there().passes(Duration.ofSeconds(1));
              assertThat(there().shown(line, ADA)).isEqualTo(presence);
            });
  }

  private int rowsOf(UUID user) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from guest where user_id = '" + user + "'")) {
      row.next();
      return row.getInt(1);
    }
  }
}

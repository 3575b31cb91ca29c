package io.beep.app.projectionnode;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.app.axon.ProcessorLag;
import io.beep.app.axon.ProjectionTokens;
import io.beep.app.distributed.axonserver.StoredTypes;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserRegistered;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredLagsTest {

  private static final int HAPPENED = 5;

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final DataSource dataSource = database.dataSource();
  private final Serializer serializer = StoredTypes.serializer();
  private final TokenStore tokens = ProjectionTokens.in(dataSource, serializer);
  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();

  @BeforeEach
  void fiveEventsHappened() {
    database.execute(
        """
        create table token_entry (processor_name varchar, segment integer, token bytea,
          token_type varchar, time_stamp varchar, owner varchar,
          primary key (processor_name, segment))
        """);
    for (int i = 0; i < HAPPENED; i++) {
      store.publish(
          GenericEventMessage.asEventMessage(
              new UserRegistered(new UserId(new UUID(0, i)), "user" + i, "First", "Last")));
    }
  }

  @AfterEach
  void end() {
    store.shutDown();
  }

  private StoredLags lags(Instant now) {
    return new StoredLags(
        dataSource,
        serializer,
        () -> HAPPENED - 1,
        store,
        List.of("timeline"),
        1,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  /** A processor of some node stands after an event, and has just said so. */
  private void isAt(long position) {
    if (tokens.fetchSegments("timeline").length == 0) {
      tokens.initializeTokenSegments("timeline", 1);
    }
    tokens.fetchToken("timeline", 0);
    tokens.storeToken(new GlobalSequenceTrackingToken(position), "timeline", 0);
  }

  @Test
  void shouldBeBehindByAllBeforeAnyNodeRan() {
    ProcessorLag lag = lags(Instant.now().plusSeconds(60)).get().getFirst();

    assertThat(lag.events()).isEqualTo(HAPPENED);
    assertThat(lag.running()).isFalse();
    assertThat(lag.age()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(80));
  }

  @Test
  void shouldBeNothingWhenAllIsHandled() {
    isAt(HAPPENED - 1);

    assertThat(lags(Instant.now()).get())
        .containsExactly(new ProcessorLag("timeline", 0, Duration.ZERO, true));
  }

  @Test
  void shouldBeWhatTheStoredTokenLacks() {
    isAt(1);

    ProcessorLag lag = lags(Instant.now()).get().getFirst();

    assertThat(lag.events()).isEqualTo(3);
    assertThat(lag.running()).isTrue();
  }

  @Test
  void shouldNotRunWhenItsNodeHasBeenSilent() {
    isAt(1);

    assertThat(lags(Instant.now().plusSeconds(6)).get().getFirst().running()).isFalse();
  }

  @Test
  void shouldNotRunWhenItsNodeGaveItUp() {
    isAt(1);
    tokens.releaseClaim("timeline", 0);

    ProcessorLag lag = lags(Instant.now()).get().getFirst();

    assertThat(lag.running()).isFalse();
    assertThat(lag.events()).isEqualTo(3);
  }
}

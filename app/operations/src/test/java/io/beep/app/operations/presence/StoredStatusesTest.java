package io.beep.app.operations.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StoredStatusesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final TestDatabase database = TestPostgres.database(StoredStatuses.SCHEMA);

  @BeforeEach
  void migrate() throws IOException {
    try (InputStream migration =
        StoredStatuses.class
            .getClassLoader()
            .getResourceAsStream(StoredStatuses.MIGRATIONS + "/V1__chosen_status.sql")) {
      database.execute(
          new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private ChosenStatuses open() {
    return new StoredStatuses(database.dataSource());
  }

  @Test
  void shouldKeepWhatWasChosenLast() {
    UserId ada = new UserId(UUID.randomUUID());
    UserId grace = new UserId(UUID.randomUUID());
    open().choose(ada, Status.DND, NOW);
    open().choose(ada, Status.INVISIBLE, NOW.plusSeconds(1));

    assertThat(open().of(List.of(ada, grace)))
        .containsOnlyKeys(ada)
        .containsValue(Status.INVISIBLE);

    open().choose(ada, Status.ONLINE, NOW.plusSeconds(2));
    assertThat(open().of(List.of(ada))).isEmpty();
  }
}

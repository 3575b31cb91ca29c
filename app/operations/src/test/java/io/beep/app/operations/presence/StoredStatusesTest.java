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
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StoredStatusesTest implements ChosenStatusesContract {

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

  @Override
  public ChosenStatuses open() {
    return new StoredStatuses(database.dataSource());
  }

  @Test
  void shouldTakeWhatOnlyANewerBeepKnowsForInvisible() {
    UserId ada = ChosenStatusesContract.someone();
    database.execute("alter table chosen_status drop constraint chosen_status_status_check");
    database.execute(
        "insert into chosen_status values ('" + ada.value() + "', 'in the garden', now())");

    assertThat(open().of(List.of(ada))).containsEntry(ada, Status.INVISIBLE);
  }
}

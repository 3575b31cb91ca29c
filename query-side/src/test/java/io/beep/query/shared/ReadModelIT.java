package io.beep.query.shared;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadModelIT {

  private static final String MANY =
      "select i::bigint as position from generate_series(1, 5000) as i";
  private static final String SLOW = "select 1::bigint as position, pg_sleep(0.3)";

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<List<Long>> read(String sql) {
    return world.readModel().list(sql, spec -> spec, row -> Columns.position(row, "position"));
  }

  @Test
  void shouldGiveEveryConnectionBackWhenReadersGoAway() {
    for (int round = 0; round < 50; round++) {
      List<CompletableFuture<List<Long>>> readers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        readers.add(read(MANY));
      }
      readers.forEach(reader -> reader.cancel(true));
    }

    await()
        .untilAsserted(
            () -> assertThat(world.pool().getMetrics().orElseThrow().acquiredSize()).isZero());
    assertThat(answered(read(MANY))).hasSize(5000);
  }

  @Test
  void shouldSayThatItIsUnavailableWhenAllConnectionsAreTaken() {
    List<CompletableFuture<List<Long>>> slow = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      slow.add(read(SLOW));
    }

    refusedWith("read-model.unavailable", slow.getLast());
    assertThat(answered(slow.getFirst())).hasSize(1);
  }

  @Test
  void shouldSayThatItIsUnavailableWhenAStatementIsTooSlow() {
    refusedWith("read-model.unavailable", read("select 1::bigint as position, pg_sleep(5)"));
  }
}

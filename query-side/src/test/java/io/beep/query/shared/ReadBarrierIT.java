package io.beep.query.shared;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadBarrierIT {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<String> readAfter(long position) {
    return world
        .barrier()
        .after(position, () -> CompletableFuture.completedFuture("read at " + position));
  }

  @Test
  void shouldReadAtOnceWhatIsThere() {
    assertThat(answered(readAfter(100))).isEqualTo("read at 100");
  }

  @Test
  void shouldWaitForBothProjections() {
    CompletableFuture<String> waiting = readAfter(101);
    world.reached(ProcessingGroups.TIMELINE, 101);
    assertThat(answered(world.barrier().reaches(101, Duration.ofMillis(100)))).isFalse();
    assertThat(waiting).isNotDone();

    world.reached(ProcessingGroups.DIRECTORY, 101);

    assertThat(answered(waiting)).isEqualTo("read at 101");
  }

  @Test
  void shouldSayThatItIsUnavailableWhenTheProjectionsDoNotGetThere() {
    refusedWith("projection.unavailable", readAfter(1_000_000));
  }

  @Test
  void shouldWaitForWhatWasNeverWritten() {
    world.jdbc().update("delete from projection_position");

    assertThat(answered(world.barrier().reaches(0, Duration.ofMillis(100)))).isFalse();
  }

  @Test
  void shouldShareItsLooks() {
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      waiting.add(readAfter(101 + i % 3));
    }

    world.reached(ProcessingGroups.TIMELINE, 103);
    world.reached(ProcessingGroups.DIRECTORY, 103);

    waiting.forEach(Refused::answered);
    await().untilAsserted(() -> assertThat(acquired()).isZero());
  }

  private int acquired() {
    return world.pool().getMetrics().orElseThrow().acquiredSize();
  }
}

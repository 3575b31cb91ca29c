package io.beep.app.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.projection.api.DeadLetterOffice;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterMetersTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  /** Only counts. */
  private record Office(boolean up) implements DeadLetterOffice {

    @Override
    public List<Count> counts() {
      if (!up) {
        throw new IllegalStateException("down");
      }
      return List.of(new Count("directory", 0, 0), new Count("timeline", 2, 5));
    }

    @Override
    public List<DeadLetter> list(String projection, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome retry(String projection) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean discard(String projection, long position) {
      throw new UnsupportedOperationException();
    }
  }

  private double gauge(String processor, String state) {
    return registry
        .get("beep.projection.dead.letters")
        .tags("processor", processor, "state", state)
        .gauge()
        .value();
  }

  private DeadLetterMeters start(DeadLetterOffice office) {
    return DeadLetterMeters.start(office, List.of("directory", "timeline"), registry);
  }

  @Test
  void shouldCountTheRefusedAndThoseThatWait() {
    try (DeadLetterMeters meters = start(new Office(true))) {
      await().untilAsserted(() -> assertThat(gauge("timeline", "refused")).isEqualTo(2));

      assertThat(gauge("timeline", "waiting")).isEqualTo(5);
      assertThat(gauge("directory", "refused")).isZero();
      assertThat(gauge("directory", "waiting")).isZero();
    }
  }

  @Test
  void shouldTellNoNumberWhenItKnowsNone() {
    try (DeadLetterMeters meters = start(new Office(false))) {
      assertThat(gauge("timeline", "refused")).isNaN();
      assertThat(gauge("directory", "waiting")).isNaN();
    }
  }
}

package io.beep.app.operations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.app.operations.health.Health.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {

  private static final Duration NEVER_BY_ITSELF = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofMillis(100);

  private final SetClock clock = new SetClock();
  private volatile @Nullable String storeFault;
  private volatile @Nullable String searchFault;

  private final Part store = Part.required("event-store", () -> storeFault);
  private final Part search = Part.optional("search", () -> searchFault);

  private HealthMonitor monitor(Part... parts) {
    HealthMonitor monitor =
        HealthMonitor.start(List.of(parts), clock, NEVER_BY_ITSELF, Duration.ofSeconds(5));
    await().until(() -> monitor.health().parts().stream().noneMatch(HealthMonitorTest::isNew));
    return monitor;
  }

  private static boolean isNew(Health.PartHealth part) {
    return "not looked at yet".equals(part.fault());
  }

  @Nested
  class WhenAllWorks {
    @Test
    void shouldBeReady() {
      try (HealthMonitor monitor = monitor(store, search)) {
        Health health = monitor.lookNow();

        assertThat(health.state()).isEqualTo(State.READY);
        assertThat(health.isReady()).isTrue();
        assertThat(health.missing()).isEmpty();
        assertThat(health.parts()).extracting(Health.PartHealth::fault).containsOnlyNulls();
      }
    }

    @Test
    void shouldLookAgainByItself() {
      try (HealthMonitor monitor =
          HealthMonitor.start(List.of(store), clock, Duration.ofMillis(10), SOON)) {
        await().until(() -> monitor.health().state() == State.READY);

        storeFault = "is full";

        await().until(() -> monitor.health().state() == State.UNAVAILABLE);
      }
    }
  }

  @Nested
  class WhenAPartThatIsNeededIsDown {
    @Test
    void shouldBeStartingUntilItWorkedOnce() {
      storeFault = "recovers";
      try (HealthMonitor monitor = monitor(store, search)) {
        assertThat(monitor.lookNow().state()).isEqualTo(State.STARTING);
        assertThat(monitor.health().isReady()).isFalse();

        storeFault = null;

        assertThat(monitor.lookNow().state()).isEqualTo(State.READY);
      }
    }

    @Test
    void shouldBeUnavailableAfterItWorked() {
      try (HealthMonitor monitor = monitor(store, search)) {
        monitor.lookNow();

        storeFault = "is full";
        Health health = monitor.lookNow();

        assertThat(health.state()).isEqualTo(State.UNAVAILABLE);
        assertThat(health.isReady()).isFalse();
        assertThat(health.missing()).containsExactly("event-store");
      }
    }

    @Test
    void shouldNotTellStrangersWhatAnExceptionSays() {
      Part broken =
          Part.required(
              "event-store",
              () -> {
                throw new IOException("password of 10.0.0.7 is wrong");
              });
      try (HealthMonitor monitor = monitor(broken)) {
        assertThat(monitor.lookNow().parts().getFirst().fault()).isEqualTo("does not answer");
      }
    }
  }

  @Nested
  class WhenAPartThatCanBeMissedIsDown {
    @Test
    void shouldBeDegradedAndReady() {
      searchFault = "does not answer";
      try (HealthMonitor monitor = monitor(store, search)) {
        Health health = monitor.lookNow();

        assertThat(health.state()).isEqualTo(State.DEGRADED);
        assertThat(health.isReady()).isTrue();
        assertThat(health.missing()).containsExactly("search");
      }
    }
  }

  @Test
  void shouldTellSinceWhen() {
    try (HealthMonitor monitor = monitor(store, search)) {
      Instant began = monitor.lookNow().since();
      clock.now = clock.now.plusSeconds(60);
      searchFault = "1 event behind";
      Instant degraded = monitor.lookNow().since();
      clock.now = clock.now.plusSeconds(60);
      searchFault = "2 events behind";
      Health health = monitor.lookNow();

      assertThat(began).isEqualTo(SetClock.START);
      assertThat(degraded).isEqualTo(began.plusSeconds(60));
      assertThat(health.since()).isEqualTo(degraded);
      assertThat(health.parts().getLast().since()).isEqualTo(degraded);
      assertThat(health.parts().getLast().fault()).isEqualTo("2 events behind");
      assertThat(health.parts().getFirst().since()).isEqualTo(began);
    }
  }

  @Test
  void shouldNotWaitForAPartThatHangsNorAskItTwice() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Part hanging =
        Part.required(
            "event-store",
            () -> {
              asked.incrementAndGet();
              never.await();
              return null;
            });
    try (HealthMonitor monitor =
        HealthMonitor.start(List.of(hanging, search), clock, NEVER_BY_ITSELF, SOON)) {
      monitor.lookNow();
      Health health = monitor.lookNow();

      assertThat(health.parts().getFirst().fault()).isEqualTo("does not answer");
      assertThat(health.parts().getLast().up()).isTrue();
      assertThat(asked).hasValue(1);

      never.countDown();
      await().until(() -> monitor.lookNow().isReady());
    }
  }

  /** A clock that goes when it is told. */
  private static final class SetClock extends Clock {
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private volatile Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}

package io.beep.app.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SamplerTest {

  private static final Duration OFTEN = Duration.ofMillis(5);

  @Test
  void shouldLookAgainAndAgain() {
    AtomicInteger looks = new AtomicInteger();
    try (Sampler<Integer> sampler = Sampler.start("looks", looks::incrementAndGet, OFTEN)) {
      await().untilAsserted(() -> assertThat(sampler.seen()).isGreaterThan(3));
    }
  }

  @Test
  void shouldForgetWhatItCannotSeeAnyMoreAndSeeItAgain() {
    AtomicInteger looks = new AtomicInteger();
    try (Sampler<Integer> sampler =
        Sampler.start(
            "looks",
            () -> {
              int look = looks.incrementAndGet();
              if (look > 3 && look < 50) {
                throw new IllegalStateException("down");
              }
              return look;
            },
            OFTEN)) {
      await().until(() -> sampler.seen() == null && looks.get() > 3);
      await().untilAsserted(() -> assertThat(sampler.seen()).isGreaterThanOrEqualTo(50));
    }
  }

  @Test
  void shouldNeverHoldUpWhoAsks() {
    CountDownLatch never = new CountDownLatch(1);
    try (Sampler<String> sampler =
        Sampler.start(
            "hanging",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return "late";
            },
            OFTEN)) {
      assertThat(sampler.seen()).isNull();
      never.countDown();
      await().untilAsserted(() -> assertThat(sampler.seen()).isEqualTo("late"));
    }
  }
}

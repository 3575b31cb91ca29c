package io.beep.app.distributed.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class FirstAnswerTest {

  private static final Duration PAUSE = Duration.ofMillis(1);

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void shouldAskUntilThereIsAnAnswer() {
    new FirstAnswer(() -> answeredFrom(4), Duration.ofSeconds(20), PAUSE).await();

    assertThat(asked).hasValue(4);
  }

  @Test
  void shouldGiveUpAfterItsTime() {
    FirstAnswer first =
        new FirstAnswer(() -> answeredFrom(Integer.MAX_VALUE), Duration.ofMillis(20), PAUSE);

    assertThatThrownBy(first::await).hasMessage("not yet");
    assertThat(asked).hasValueGreaterThan(1);
  }

  @Test
  void shouldNotWaitOnWhenItsThreadIsToEnd() {
    FirstAnswer first =
        new FirstAnswer(() -> answeredFrom(Integer.MAX_VALUE), Duration.ofSeconds(20), PAUSE);

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(first::await).hasMessage("not yet");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(asked).hasValue(1);
  }

  private void answeredFrom(int question) {
    if (asked.incrementAndGet() < question) {
      throw new IllegalStateException("not yet");
    }
  }
}

package io.beep.app.operations.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final long MIB = 1L << 20;

  private final Rest rest = new Rest();

  @Test
  void shouldWaitUntilItIsQuietForLongEnough() {
    assertThat(rest.isTimeToCollect(500 * MIB, 800 * MIB, SECOND)).isFalse();
    assertThat(rest.isTimeToCollect(501 * MIB, 800 * MIB, SECOND)).isFalse();
    assertThat(rest.isTimeToCollect(502 * MIB, 800 * MIB, SECOND)).isTrue();
  }

  @Test
  void shouldBeginAnewAfterBusySeconds() {
    rest.isTimeToCollect(MIB, 800 * MIB, SECOND);
    assertThat(rest.isTimeToCollect(100 * MIB, 800 * MIB, SECOND)).isFalse();
    assertThat(rest.isTimeToCollect(101 * MIB, 800 * MIB, SECOND)).isFalse();
    assertThat(rest.isTimeToCollect(102 * MIB, 800 * MIB, SECOND)).isTrue();
  }

  @Test
  void shouldCollectOnceForEachRest() {
    rest.isTimeToCollect(MIB, 800 * MIB, SECOND);
    assertThat(rest.isTimeToCollect(2 * MIB, 800 * MIB, SECOND)).isTrue();
    rest.collected(300 * MIB);

    assertThat(rest.isTimeToCollect(3 * MIB, 320 * MIB, SECOND)).isFalse();
    assertThat(rest.isTimeToCollect(4 * MIB, 500 * MIB, SECOND)).isTrue();
  }
}

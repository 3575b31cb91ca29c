package io.beep.command.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void shouldCountWhatIsInForce() {
    Slots slots =
        Slots.NONE
            .with("a", NOON.plusSeconds(1), NOON)
            .with("b", null, NOON)
            .with("c", null, NOON)
            .without("c");

    assertThat(slots.countAt(NOON)).isEqualTo(2);
    assertThat(slots.countAt(NOON.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void shouldForgetWhatHasExpiredWhenTheNextComes() {
    Slots slots = Slots.NONE;
    for (int i = 0; i < 100; i++) {
      slots = slots.with("code" + i, NOON.plusSeconds(i + 1), NOON.plusSeconds(i));
    }

    assertThat(slots.until()).containsOnlyKeys("code99");
  }
}

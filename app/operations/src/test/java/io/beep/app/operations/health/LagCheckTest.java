package io.beep.app.operations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.app.axon.ProcessorLag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagCheckTest {

  private static final long LIMIT = LagCheck.READY_LAG_EVENTS;

  private static LagCheck check(long events, boolean running) {
    return new LagCheck(
        () ->
            List.of(
                new ProcessorLag("search", LIMIT * 2, Duration.ofHours(1), false),
                new ProcessorLag("timeline", events, Duration.ofSeconds(1), running)),
        "timeline");
  }

  @Test
  void shouldBeFineUpToTheLimit() {
    assertThat(check(0, true).fault()).isNull();
    assertThat(check(LIMIT, true).fault()).isNull();
  }

  @Test
  void shouldTellHowFarBehindItIsFromThereOn() {
    assertThat(check(LIMIT + 1, true).fault()).isEqualTo("10001 events behind");
  }

  @Test
  void shouldTellThatItStandsStillHoweverNearItIs() {
    assertThat(check(0, false).fault()).isEqualTo("stands still");
    assertThat(check(LIMIT + 1, false).fault()).isEqualTo("stands still");
  }

  @Test
  void shouldNotTakeAProcessorForFineThatDoesNotExist() {
    LagCheck check = new LagCheck(List::of, "timeline");

    assertThatThrownBy(check::fault)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("timeline");
  }
}

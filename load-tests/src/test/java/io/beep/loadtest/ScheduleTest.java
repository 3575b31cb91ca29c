package io.beep.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void shouldSpreadMessagesEvenlyOverTime() {
    Schedule schedule = Schedule.of(200);

    assertThat(schedule.dueNanos(0, 0)).isZero();
    assertThat(schedule.dueNanos(1, 0)).isEqualTo(5_000_000);
    assertThat(schedule.dueNanos(200, 0)).isEqualTo(1_000_000_000);
  }

  @Test
  void shouldNotDriftAtARateThatDoesNotDivideASecond() {
    Schedule schedule = Schedule.of(333);
    long afterAnHour = 333L * 3600;

    assertThat(schedule.dueNanos(afterAnHour, 0)).isCloseTo(3_600_000_000_000L, within(1_000L));
  }

  @Test
  void shouldKeepAMessageDueWhenItWasWhileItsSenderIsBusy() {
    Schedule schedule = Schedule.of(10);

    assertThat(schedule.dueNanos(3, 900_000_000)).isEqualTo(300_000_000);
  }

  @Test
  void shouldSendWhenFreeWithoutARate() {
    Schedule schedule = Schedule.of(0);

    assertThat(schedule.dueNanos(17, 42)).isEqualTo(42);
  }

  @Test
  void shouldRefuseARateBelowNothing() {
    assertThatThrownBy(() -> Schedule.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Schedule.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}

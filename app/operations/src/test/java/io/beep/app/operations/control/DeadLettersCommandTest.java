package io.beep.app.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.projection.api.DeadLetterOffice;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {

  /** Two projections; the second has one event that is refused and one behind it. */
  private static final class Office implements DeadLetterOffice {

    private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");

    private final List<String> asked = new ArrayList<>();

    @Override
    public List<Count> counts() {
      return List.of(new Count("directory", 0, 0), new Count("timeline", 1, 1));
    }

    @Override
    public List<DeadLetter> list(String projection, int most) {
      asked.add("list " + projection + " " + most);
      return projection.equals("timeline")
          ? List.of(
              new DeadLetter(projection, 7, "server/a/channel/b", "SQL: no", 3, SINCE),
              new DeadLetter(projection, 9, "server/a/channel/b", null, 0, SINCE))
          : List.of();
    }

    @Override
    public Outcome retry(String projection) {
      asked.add("retry " + projection);
      if (!projection.equals("timeline") && !projection.equals("directory")) {
        throw new IllegalArgumentException("There is no projection " + projection);
      }
      return projection.equals("timeline") ? new Outcome(1, 2) : new Outcome(0, 0);
    }

    @Override
    public boolean discard(String projection, long position) {
      asked.add("discard " + projection + " " + position);
      return position == 7;
    }
  }

  private final Office office = new Office();
  private final Answered answer = new Answered();

  private void run(String... arguments) throws IOException {
    new DeadLettersCommand(office).run(List.of(arguments), answer);
  }

  @Test
  void shouldListTheOldestOfAllProjectionsAndCountThem() throws IOException {
    run("list");

    assertThat(answer.lines())
        .containsExactly(
            "directory: 0 refused, 0 wait behind them",
            "timeline 7  server/a/channel/b  since 2026-03-01T09:00:00Z  refused 3 times: SQL: no",
            "timeline 9  server/a/channel/b  since 2026-03-01T09:00:00Z  waits behind another",
            "timeline: 1 refused, 1 wait behind them");
    assertThat(office.asked).containsExactly("list directory 100", "list timeline 100");
  }

  @Test
  void shouldListThoseOfOneProjection() throws IOException {
    run("list", "directory");

    assertThat(answer.lines()).containsExactly("directory: 0 refused, 0 wait behind them");
  }

  @Test
  void shouldTryAllOfThemAgainAndTellWhatCameOfIt() throws IOException {
    run("retry");

    assertThat(answer.lines())
        .containsExactly("directory: 0 handled, 0 left", "timeline: 1 handled, 2 left");
  }

  @Test
  void shouldTryThoseOfOneProjectionAgain() throws IOException {
    run("retry", "timeline");

    assertThat(office.asked).containsExactly("retry timeline");
  }

  @Test
  void shouldGiveOneUp() throws IOException {
    run("discard", "timeline", "7");

    assertThat(office.asked).containsExactly("discard timeline 7");
    assertThat(answer.lines())
        .containsExactly(
            "timeline: the event at 7 is given up; retry handles what waited behind it");
  }

  @Test
  void shouldSayThatThereIsNone() {
    assertThatThrownBy(() -> run("discard", "timeline", "8"))
        .isInstanceOf(UsageException.class)
        .hasMessage("timeline has no dead letter at 8.");
    assertThat(answer.lines()).isEmpty();
  }

  @Test
  void shouldSayWhichProjectionDoesNotExist() {
    assertThatThrownBy(() -> run("retry", "everything"))
        .isInstanceOf(UsageException.class)
        .hasMessage("There is no projection everything");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "forget",
        "list timeline more",
        "discard timeline",
        "discard timeline seven",
        "discard timeline -7",
        "discard timeline 7 8"
      })
  void shouldTellHowItIsUsedAndDoNothing(String arguments) {
    assertThatThrownBy(() -> run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Usage: ./beep dead-letters");
    assertThat(office.asked).isEmpty();
  }
}

package io.beep.app.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.projection.api.RebuildException;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebuildCommandTest {

  /** Two projections, the second of which was interrupted after its first five events. */
  private static final class Building implements Rebuilds {

    private final List<String> asked = new ArrayList<>();

    @Override
    public List<String> projections() {
      return List.of("directory", "timeline");
    }

    @Override
    public List<String> unfinished() {
      return List.of("timeline");
    }

    @Override
    public void rebuild(String projection, int segments, Consumer<RebuildStep> progress) {
      asked.add("rebuild " + projection + " " + segments);
      if (!projections().contains(projection)) {
        throw new RebuildException("There is no projection " + projection);
      }
      boolean resumed = projection.equals("timeline");
      progress.accept(new RebuildStep.Handling(projection, resumed ? 4 : -1, 9, resumed));
      progress.accept(new RebuildStep.Completing(projection));
      progress.accept(new RebuildStep.Swapped(projection, 9, 12));
    }

    @Override
    public void abandon(String projection) {
      asked.add("abandon " + projection);
    }
  }

  private final Building rebuilds = new Building();
  private final Answered answer = new Answered();

  private void run(String... arguments) throws IOException, InterruptedException {
    new RebuildCommand(rebuilds).run(List.of(arguments), answer);
  }

  @Test
  void shouldRebuildOneWithAllCoresAndTellHowFarItIs() throws Exception {
    run("directory");

    assertThat(rebuilds.asked).containsExactly("rebuild directory " + Rebuilds.USUAL_SEGMENTS);
    assertThat(answer.progress())
        .containsExactly("directory: 0 of 10 events", "directory: all but the newest is in");
    assertThat(answer.lines())
        .singleElement()
        .asString()
        .startsWith("directory: rebuilt from 10 events in ")
        .endsWith(", the new one serves");
  }

  @Test
  void shouldTellFromWhereItGoesOn() throws Exception {
    run("timeline", "--segments", "2");

    assertThat(rebuilds.asked).containsExactly("rebuild timeline 2");
    assertThat(answer.lines().getFirst()).isEqualTo("timeline: goes on after 5 events");
    assertThat(answer.lines().getLast()).startsWith("timeline: rebuilt from 5 events in ");
  }

  @Test
  void shouldRebuildAllOneAfterAnother() throws Exception {
    run("--segments", "1", "all");

    assertThat(rebuilds.asked).containsExactly("rebuild directory 1", "rebuild timeline 1");
  }

  @Test
  void shouldAbandonInsteadOfBuilding() throws Exception {
    run("timeline", "--abandon");

    assertThat(rebuilds.asked).containsExactly("abandon timeline");
    assertThat(answer.lines()).containsExactly("timeline: nothing unfinished is left");
  }

  @Test
  void shouldTellTheOperatorWhyItCannotBeDone() {
    assertThatThrownBy(() -> run("everything"))
        .isInstanceOf(UsageException.class)
        .hasMessage("There is no projection everything");
  }

  @Test
  void shouldStopWhenNobodyListensAnyMore() {
    ControlAnswer gone =
        new ControlAnswer() {
          @Override
          public void line(String text) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public void progress(String text) throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatThrownBy(() -> new RebuildCommand(rebuilds).run(List.of("all"), gone))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThat(rebuilds.asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--abandon", "timeline --segments", "timeline --segments many", "a b", "--x"})
  void shouldTellHowItIsUsedAndDoNothing(String arguments) {
    assertThatThrownBy(() -> run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Usage: ./beep rebuild all|directory|timeline");
    assertThat(rebuilds.asked).isEmpty();
  }
}

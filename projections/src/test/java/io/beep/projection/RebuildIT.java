package io.beep.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.projection.api.RebuildException;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import io.beep.projection.rebuild.ProjectionRebuilds;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.InterruptedRebuild;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.RunningGroup;
import io.beep.projection.shared.Story;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New tables take the place of the old ones, whatever happens on the way. */
class RebuildIT {

  private static final int STEPS = 6_000;

  private final ReadModelDatabase database = new ReadModelDatabase();
  private final EventFeed feed = new EventFeed();
  private final Rebuilds rebuilds =
      new ProjectionRebuilds(
          List.of(ProjectionGroups.DIRECTORY, ProjectionGroups.TIMELINE, ProjectionGroups.AUDIT),
          database.dataSource(),
          feed,
          RunningGroup.serializer(),
          database.schemas());

  private RunningGroup running(ProjectionGroup group) {
    return RunningGroup.start(
        group.serving(database.serving(group.name())), 1, feed, database.dataSource());
  }

  private void told(Story story) {
    feed.append(story.events());
    try (RunningGroup directory = running(ProjectionGroups.DIRECTORY);
        RunningGroup audit = running(ProjectionGroups.AUDIT);
        RunningGroup timeline = running(ProjectionGroups.TIMELINE)) {
      directory.catchUp();
      audit.catchUp();
      timeline.catchUp();
    }
  }

  private void damage() {
    database.jdbc().update("update server set member_count = member_count + 7, name = 'wrong'");
    database.jdbc().update("update message set content = 'wrong'");
    database.jdbc().update("delete from membership");
    database.jdbc().update("update audit_entry set before = after");
    database.jdbc().update("delete from audit_subject");
  }

  private void rebuildAll(int segments) throws InterruptedException {
    for (String projection : rebuilds.projections()) {
      rebuilds.rebuild(projection, segments, step -> {});
    }
  }

  @Nested
  class WhenItIsDoneAtOnce {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void shouldGiveTheSameRowsWithAnyNumberOfSegments(int segments) throws Exception {
      told(Story.random(11, STEPS));
      List<String> rows = database.rows();
      List<String> shape = database.shape();
      damage();

      rebuildAll(segments);

      assertThat(rows).hasSizeGreaterThan(1_000);
      assertThat(database.rows()).isEqualTo(rows);
      assertThat(database.shape()).isEqualTo(shape);
      assertThat(rebuilds.unfinished()).isEmpty();
      assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(feed.head());
    }

    @Test
    void shouldTellHowFarItIs() throws Exception {
      told(Story.random(12, STEPS));
      List<RebuildStep> steps = new ArrayList<>();

      rebuilds.rebuild(ProcessingGroups.TIMELINE, 2, steps::add);

      assertThat(steps.getFirst())
          .isEqualTo(new RebuildStep.Handling("timeline", -1, feed.head(), false));
      assertThat(steps).contains(new RebuildStep.Completing("timeline"));
      assertThat(steps.getLast())
          .isInstanceOfSatisfying(
              RebuildStep.Swapped.class,
              swapped -> assertThat(swapped.position()).isEqualTo(feed.head()));
    }

    @Test
    void shouldBeNoFurtherThanTheOneThatServes() throws Exception {
      told(Story.random(13, 500));
      List<String> rows = database.rows();
      feed.append(Story.random(14, 500).events());

      rebuildAll(2);

      assertThat(database.rows()).isEqualTo(rows);
    }

    @Test
    void shouldLetTheGroupGoOnInTheNewTables() throws Exception {
      Story story = Story.random(15, STEPS);
      int half = story.events().size() / 2;
      feed.append(story.events().subList(0, half));
      try (RunningGroup directory = running(ProjectionGroups.DIRECTORY);
          RunningGroup timeline = running(ProjectionGroups.TIMELINE)) {
        directory.catchUp();
        timeline.catchUp();
        rebuildAll(2);
        feed.append(story.events().subList(half, story.events().size()));
        directory.catchUp();
        timeline.catchUp();
      }
      List<String> rows = database.rows();

      rebuildAll(4);

      assertThat(database.rows()).isEqualTo(rows);
      assertThat(database.rows("message")).hasSize(story.contents().size());
    }

    @Test
    void shouldRefuseWhatDoesNotExist() {
      assertThatThrownBy(() -> rebuilds.rebuild("everything", 1, step -> {}))
          .isInstanceOf(RebuildException.class)
          .hasMessageContaining("directory, timeline");
    }
  }

  @Nested
  class WhenItIsInterrupted {

    /** Ends the run as a crash would: nothing is put in order. */
    private static final class Crash extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }

    /** Lets so many steps pass. */
    private Consumer<RebuildStep> crashAfter(int steps) {
      return new Consumer<>() {
        private int seen;

        @Override
        public void accept(RebuildStep step) {
          if (seen++ == steps && !(step instanceof RebuildStep.Swapped)) {
            throw new Crash();
          }
        }
      };
    }

    @ParameterizedTest
    @CsvSource({"timeline, 1", "timeline, 2", "timeline, 4", "directory, 2", "audit, 4"})
    void shouldGoOnFromEveryStep(String projection, int segments) throws Exception {
      told(Story.random(21, STEPS));
      List<String> rows = database.rows();
      InterruptedRebuild rebuild = new InterruptedRebuild(rebuilds, database, feed, projection);

      rebuild.untilItGetsThrough(
          segments, () -> assertThat(database.rows()).as("what serves").isEqualTo(rows));

      long whole = handledAtOnce(projection, segments);
      assertThat(rebuild.attempts()).isGreaterThan(3);
      assertThat(rebuild.begunAt()).isGreaterThan(feed.head() / 2);
      assertThat(rebuild.handled()).isBetween(whole, whole + whole / 2);
      assertThat(database.rows()).isEqualTo(rows);
      assertThat(rebuilds.unfinished()).isEmpty();
    }

    private long handledAtOnce(String projection, int segments) throws InterruptedException {
      rebuilds.rebuild(projection, segments, step -> {});
      return feed.handledByRebuild().size();
    }

    @Test
    void shouldStopWhenTheThreadIsInterruptedAndGoOnLater() throws Exception {
      told(Story.random(22, STEPS));
      List<String> rows = database.rows();
      damage();

      assertThatThrownBy(
              () ->
                  rebuilds.rebuild(
                      ProcessingGroups.TIMELINE, 2, step -> Thread.currentThread().interrupt()))
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
      assertThat(rebuilds.unfinished()).containsExactly("timeline");

      rebuildAll(2);
      assertThat(database.rows()).isEqualTo(rows);
    }

    @Test
    void shouldLeaveNothingWhenItIsAbandoned() throws Exception {
      told(Story.random(23, STEPS));
      List<String> rows = database.rows();
      assertThatThrownBy(() -> rebuilds.rebuild(ProcessingGroups.TIMELINE, 2, crashAfter(2)))
          .isInstanceOf(Crash.class);

      rebuilds.abandon(ProcessingGroups.TIMELINE);

      assertThat(rebuilds.unfinished()).isEmpty();
      assertThat(database.rows()).isEqualTo(rows);
    }

    @Test
    void shouldBeginAnewWhenTheTablesHaveAnotherShapeByNow() throws Exception {
      told(Story.random(24, STEPS));
      List<String> rows = database.rows();
      assertThatThrownBy(() -> rebuilds.rebuild(ProcessingGroups.TIMELINE, 2, crashAfter(2)))
          .isInstanceOf(Crash.class);
      database
          .jdbc()
          .update("delete from rebuild_timeline.flyway_schema_history where version = '2'");
      List<RebuildStep> steps = new ArrayList<>();

      rebuilds.rebuild(ProcessingGroups.TIMELINE, 2, steps::add);

      assertThat(steps.getFirst())
          .isEqualTo(new RebuildStep.Handling("timeline", -1, feed.head(), false));
      assertThat(database.rows()).isEqualTo(rows);
    }

    @Test
    void shouldRefuseASecondOneAtTheSameTime() throws Exception {
      told(Story.random(25, 500));
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
        Future<?> first =
            threads.submit(
                () -> {
                  rebuilds.rebuild(
                      ProcessingGroups.TIMELINE,
                      1,
                      step -> {
                        begun.countDown();
                        await(goOn);
                      });
                  return null;
                });
        await(begun);

        assertThatThrownBy(() -> rebuilds.rebuild(ProcessingGroups.TIMELINE, 1, step -> {}))
            .isInstanceOf(RebuildException.class)
            .hasMessageContaining("runs already");
        assertThatThrownBy(() -> rebuilds.abandon(ProcessingGroups.TIMELINE))
            .isInstanceOf(RebuildException.class);
        goOn.countDown();
        first.get(30, TimeUnit.SECONDS);
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  class WhenTheTablesOfTheReadModelAreListed {

    /** A table that no group owns would be emptied by no rebuild, one of two groups by both. */
    @Test
    void shouldHaveEachInOneGroup() {
      List<String> owned =
          Stream.of(ProjectionGroups.DIRECTORY, ProjectionGroups.TIMELINE, ProjectionGroups.AUDIT)
              .flatMap(group -> group.tables().stream())
              .toList();
      List<String> bookkeeping =
          List.of("projection_position", "token_entry", "dead_letter", "flyway_schema_history");

      assertThat(
              database
                  .jdbc()
                  .queryForList(
                      "select tablename from pg_tables where schemaname = 'read_model'",
                      String.class))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(owned.stream(), bookkeeping.stream()).toList());
    }
  }
}

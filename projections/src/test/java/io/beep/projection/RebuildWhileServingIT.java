package io.beep.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import io.beep.projection.rebuild.ProjectionRebuilds;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.RunningGroup;
import io.beep.projection.shared.Story;
import io.beep.readmodel.shared.ProcessingGroups;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Readers notice nothing of a rebuild: they see all that was acknowledged, soon, and no error. */
class RebuildWhileServingIT {

  private static final int PAST = 20_000;
  private static final int PER_SECOND = 50;
  private static final int READERS = 4;

  /** Generous, since other tests may keep the machine busy; what counts is {@link #HELD}. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /** A reader of its own message is told after two seconds that something is broken. */
  private static final Duration HELD = Duration.ofSeconds(1);

  private final ReadModelDatabase database = new ReadModelDatabase();
  private final EventFeed feed = new EventFeed();
  private final Rebuilds rebuilds =
      new ProjectionRebuilds(
          List.of(ProjectionGroups.DIRECTORY, ProjectionGroups.TIMELINE),
          database.dataSource(),
          feed,
          RunningGroup.serializer(),
          database.schemas());

  private final Story story = new Story(31);
  private final UserId author = story.someoneSignsUp();
  private final ChannelId channel = story.createChannel(story.foundServer(author), false, null);
  private final AtomicLong acknowledged = new AtomicLong(-1);
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * Every event after the first few is one message, so that a position tells how many there are.
   */
  private final long before = story.events().size();

  @Test
  void shouldShowAllThatWasAcknowledgedBeforeDuringAndAfterTheSwap() throws Exception {
    for (int i = 0; i < PAST; i++) {
      story.say(channel, author, "said " + i);
    }
    feed.append(story.events());
    acknowledged.set(feed.head());

    List<RebuildStep> steps = new ArrayList<>();
    try (RunningGroup directory = running(ProcessingGroups.DIRECTORY);
        RunningGroup timeline = running(ProcessingGroups.TIMELINE);
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      directory.catchUp();
      timeline.catchUp();
      List<Future<Long>> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        reading.add(readers.submit(this::readToTheEnd));
      }
      writer.scheduleAtFixedRate(
          this::writeOne, 0, TimeUnit.SECONDS.toNanos(1) / PER_SECOND, TimeUnit.NANOSECONDS);
      long first = acknowledged.get();
      await().until(() -> acknowledged.get() > first + 10);

      for (int segments : new int[] {1, 2, 4}) {
        rebuilds.rebuild(ProcessingGroups.TIMELINE, segments, steps::add);
        rebuilds.rebuild(ProcessingGroups.DIRECTORY, segments, steps::add);
      }
      long last = acknowledged.get();
      await().until(() -> acknowledged.get() > last + 10);

      writer.shutdown();
      assertThat(writer.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
      ended.set(true);
      for (Future<Long> reader : reading) {
        assertThat(reader.get(10, TimeUnit.SECONDS)).isGreaterThan(20);
      }
      timeline.catchUp();
    }

    assertThat(steps.stream().filter(RebuildStep.Swapped.class::isInstance))
        .hasSize(6)
        .allSatisfy(
            step ->
                assertThat(((RebuildStep.Swapped) step).heldMillis()).isLessThan(HELD.toMillis()));
    assertThat(database.rows("message")).hasSize((int) (feed.head() + 1 - before));
  }

  private RunningGroup running(String name) {
    var group =
        name.equals(ProcessingGroups.DIRECTORY)
            ? ProjectionGroups.DIRECTORY
            : ProjectionGroups.TIMELINE;
    return RunningGroup.start(
        group.serving(database.serving(name)), 1, feed, database.dataSource());
  }

  private void writeOne() {
    story.say(channel, author, "said while it was rebuilt");
    MessageSent sent = (MessageSent) story.events().getLast();
    feed.append(List.of(sent));
    acknowledged.set(feed.head());
  }

  /** Looks again and again with one prepared statement, as pools do; gives the number of looks. */
  private long readToTheEnd() throws SQLException {
    long looks = 0;
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement look =
            connection.prepareStatement(
                """
                select
                  (select coalesce(min(position), -1) from projection_position
                   where processor = 'timeline') as position,
                  (select count(*) from message m join channel c on c.id = m.channel_id
                   join server s on s.id = c.server_id) as messages
                """)) {
      long newest = -1;
      while (!ended.get()) {
        newest = requireAllOf(look, acknowledged.get(), newest);
        looks++;
      }
    }
    return looks;
  }

  private long requireAllOf(PreparedStatement look, long mine, long newest) throws SQLException {
    long began = System.nanoTime();
    long position;
    do {
      try (ResultSet row = look.executeQuery()) {
        row.next();
        position = row.getLong("position");
        assertThat(position).as("positions go on").isGreaterThanOrEqualTo(newest);
        assertThat(row.getLong("messages"))
            .as("messages at " + position)
            .isEqualTo(position + 1 - before);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as("time until what was acknowledged is seen")
          .isLessThan(PATIENCE);
    } while (position < mine);
    return position;
  }
}

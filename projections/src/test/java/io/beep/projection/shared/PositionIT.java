package io.beep.projection.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.message.ChannelTimelineProjection;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class PositionIT {

  private final ReadModelDatabase database = new ReadModelDatabase();
  private final ReadModelWriter writer =
      new ReadModelWriter(database.serving(ProcessingGroups.TIMELINE), Subject::byChannel);
  private final Story story = new Story(1);

  /** A projection that cannot do its work for a while. */
  static final class Broken implements ProcessesEvents {
    private final AtomicBoolean broken = new AtomicBoolean(true);

    @EventHandler
    void on(DomainEvent event) {
      if (broken.get()) {
        throw new IllegalStateException("broken on purpose");
      }
    }
  }

  @Test
  void shouldReachEventsThatTheGroupHasNoOtherUseFor() {
    story.someoneSignsUp();
    story.someoneSignsUp();
    EventFeed feed = new EventFeed().append(story.events());

    try (RunningGroup timeline = timeline(feed, List.of())) {
      timeline.catchUp();
    }

    assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(1);
  }

  @Test
  void shouldReachWhatIsNoEventOfTheDomain() {
    story.someoneSignsUp();
    EventFeed feed = new EventFeed().append(story.events()).appendForeign("a receipt");

    try (RunningGroup timeline = timeline(feed, List.of())) {
      timeline.catchUp();
    }

    assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(1);
  }

  @Test
  void shouldStayWithTheRowsWhenABatchFails() {
    Broken broken = new Broken();
    var author = story.someoneSignsUp();
    var channel = story.createChannel(story.foundServer(author), false, null);
    story.say(channel, author, "hello");
    EventFeed feed = new EventFeed().append(story.events());

    try (RunningGroup timeline = timeline(feed, List.of(broken))) {
      await().until(timeline::isFailing);
      assertThat(database.rows("message")).isEmpty();
      assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(-1);

      broken.broken.set(false);
      timeline.catchUp();
      assertThat(database.rows("message")).hasSize(1);
      assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(feed.head());
    }
  }

  /** As when only the database dies: its last commits did not wait for the disk. */
  @Test
  void shouldHandleAgainWhatTheDatabaseHasForgotten() {
    var author = story.someoneSignsUp();
    var channel = story.createChannel(story.foundServer(author), false, null);
    story.say(channel, author, "kept");
    EventFeed feed = new EventFeed().append(story.events());
    try (RunningGroup timeline = timeline(feed, List.of()).catchUp()) {
      long kept = feed.head();
      byte[] token = database.jdbc().queryForObject("select token from token_entry", byte[].class);

      feed.append(next(() -> story.say(channel, author, "forgotten")));
      timeline.catchUp();
      database.jdbc().update("delete from message where content = 'forgotten'");
      database.jdbc().update("update projection_position set position = ?", kept);
      database.jdbc().update("update token_entry set token = ?", token);
      feed.append(next(() -> story.say(channel, author, "last")));

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> database.position(ProcessingGroups.TIMELINE) == feed.head());
      assertThat(database.rows("message")).hasSize(3);
    }
  }

  private List<DomainEvent> next(Runnable happening) {
    int before = story.events().size();
    happening.run();
    List<DomainEvent> events = List.copyOf(story.events());
    return events.subList(before, events.size());
  }

  @Test
  void shouldRefuseASecondSegment() {
    for (int i = 0; i < 20; i++) {
      story.someoneSignsUp();
    }
    EventFeed feed = new EventFeed().append(story.events());

    try (RunningGroup timeline =
        RunningGroup.start(
            new Handling(
                ProcessingGroups.TIMELINE,
                List.of(new TimelinePosition(writer)),
                PropagatingErrorHandler.INSTANCE),
            2,
            feed,
            database.dataSource())) {
      await().until(timeline::isFailing);
    }
  }

  @Test
  void shouldRefuseToWriteOutsideOfATransaction() {
    var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("any"));
    writer.advance(ProcessingGroups.TIMELINE, 0, 1);

    assertThatThrownBy(unitOfWork::commit).isInstanceOf(IllegalStateException.class);
    assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(-1);
  }

  private RunningGroup timeline(EventFeed feed, List<? extends ProcessesEvents> more) {
    List<ProcessesEvents> handlers =
        new java.util.ArrayList<>(
            List.of(new TimelinePosition(writer), new ChannelTimelineProjection(writer)));
    handlers.addAll(more);
    return RunningGroup.start(
        new Handling(ProcessingGroups.TIMELINE, handlers, PropagatingErrorHandler.INSTANCE),
        1,
        feed,
        database.dataSource());
  }
}

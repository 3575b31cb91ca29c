package io.beep.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.api.DeadLetterOffice.Count;
import io.beep.projection.api.DeadLetterOffice.DeadLetter;
import io.beep.projection.api.DeadLetterOffice.Outcome;
import io.beep.projection.api.Rebuilds;
import io.beep.projection.deadletter.ProjectionDeadLetters;
import io.beep.projection.rebuild.ProjectionRebuilds;
import io.beep.projection.rebuild.TableGroup;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.RunningGroup;
import io.beep.projection.shared.Story;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * One event that nobody can handle: it waits, with what follows about the same; all else goes on.
 */
class DeadLettersIT {

  private final ReadModelDatabase database = new ReadModelDatabase();
  private final EventFeed feed = new EventFeed();
  private final Story story = new Story(41);
  private final UserId author = story.someoneSignsUp();
  private final ServerId server = story.foundServer(author);
  private final ChannelId hit = story.createChannel(server, false, null);
  private final ChannelId spared = story.createChannel(server, false, null);
  private int told;

  private DeadLetterOffice office(ProjectionGroup timeline) {
    return new ProjectionDeadLetters(List.of(timeline), database.dataSource(), feed);
  }

  private RunningGroup running(ProjectionGroup timeline) {
    return RunningGroup.start(
        timeline.serving(database.serving(ProcessingGroups.TIMELINE)),
        1,
        feed,
        database.dataSource());
  }

  /** Everything of the story that was not told yet happens. */
  private void happens() {
    feed.append(story.events().subList(told, story.events().size()));
    told = story.events().size();
  }

  private List<String> contents() {
    return database
        .jdbc()
        .query("select content from message order by content", (row, number) -> row.getString(1));
  }

  @Nested
  class WhenTheDatabaseRefusesARow {

    private final ProjectionGroup timeline = ProjectionGroups.TIMELINE;
    private final DeadLetterOffice office = office(timeline);
    private RunningGroup running = running(timeline);
    private MessageId poisoned = story.say(spared, author, "first");

    @BeforeEach
    void refuse() {
      database
          .jdbc()
          .execute(
              """
              alter table message add constraint no_poison check (content not like '%poison%')
              """);
      poisoned = story.say(hit, author, "poison");
      story.say(hit, author, "behind it");
      story.say(spared, author, "elsewhere");
      happens();
      running.catchUp();
    }

    private void mend() {
      database.jdbc().execute("alter table message drop constraint no_poison");
    }

    @AfterEach
    void stop() {
      running.close();
    }

    @Test
    void shouldPutItAsideWithWhatIsBehindItAndGoOnWithTheRest() {
      assertThat(contents()).containsExactly("elsewhere", "first");
      assertThat(database.position(ProcessingGroups.TIMELINE)).isEqualTo(feed.head());
      assertThat(office.counts()).containsExactly(new Count("timeline", 1, 1));
      List<DeadLetter> letters = office.list("timeline", 10);
      assertThat(letters)
          .extracting(DeadLetter::position)
          .containsExactly(feed.head() - 2, feed.head() - 1);
      assertThat(letters.getFirst().cause())
          .contains("no_poison")
          .as("the words of a person stay out of it")
          .doesNotContain("behind", "elsewhere");
      assertThat(letters.getLast().cause()).isNull();
      assertThat(letters)
          .allSatisfy(
              letter ->
                  assertThat(letter.subject())
                      .isEqualTo("server/" + server.value() + "/channel/" + hit.value()));
    }

    @Test
    void shouldKeepThemWhenTheGroupIsStartedAgain() {
      running.close();
      running = running(timeline);
      story.edit(poisoned, "wholesome");
      story.say(spared, author, "later");
      happens();
      running.catchUp();

      assertThat(contents()).containsExactly("elsewhere", "first", "later");
      assertThat(office.counts()).containsExactly(new Count("timeline", 1, 2));
    }

    @Test
    void shouldHandleThemInOrderOnceItIsMended() {
      MessageId gone = story.say(hit, author, "sent and taken back");
      story.edit(poisoned, "wholesome");
      story.delete(gone);
      happens();
      running.catchUp();
      mend();

      assertThat(office.retry("timeline")).isEqualTo(new Outcome(5, 0));

      assertThat(contents()).containsExactly("behind it", "elsewhere", "first", "wholesome");
      assertThat(office.counts()).containsExactly(new Count("timeline", 0, 0));
      story.say(hit, author, "after that");
      happens();
      running.catchUp();
      assertThat(contents()).contains("after that");
    }

    @Test
    void shouldLeaveThemWhereTheyAreWhileItIsNotMended() {
      assertThat(office.retry("timeline")).isEqualTo(new Outcome(0, 2));

      assertThat(office.list("timeline", 1).getFirst().tries()).isEqualTo(2);
      assertThat(contents()).containsExactly("elsewhere", "first");
    }

    @Test
    void shouldHaveTheEndOfTheServerWaitBehindItsChannel() {
      story.deleteServer(server, author);
      happens();
      running.catchUp();
      assertThat(contents()).containsExactly("elsewhere", "first");
      mend();

      assertThat(office.retry("timeline")).isEqualTo(new Outcome(3, 0));

      assertThat(contents()).isEmpty();
    }

    @Test
    void shouldGoOnWithoutOneThatIsGivenUp() {
      assertThat(office.discard("timeline", feed.head() - 2)).isTrue();
      assertThat(office.discard("timeline", feed.head() - 2)).isFalse();

      assertThat(office.retry("timeline")).isEqualTo(new Outcome(1, 0));
      assertThat(contents()).containsExactly("behind it", "elsewhere", "first");
    }

    @Test
    void shouldBeGoneAfterARebuildThatCanHandleThem() throws Exception {
      Rebuilds rebuilds =
          new ProjectionRebuilds(
              List.of(timeline),
              database.dataSource(),
              feed,
              RunningGroup.serializer(),
              database.schemas());

      // The new table has no such constraint.
      rebuilds.rebuild("timeline", 2, step -> {});

      assertThat(contents()).containsExactly("behind it", "elsewhere", "first", "poison");
      assertThat(office.counts()).containsExactly(new Count("timeline", 0, 0));
    }

    @Test
    void shouldNotKnowOtherProjections() {
      assertThatThrownBy(() -> office.retry("everything"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("timeline");
    }
  }

  @Nested
  class WhenAHandlerFails {

    /** One that a message of a certain text breaks. */
    @ProcessingGroup(ProcessingGroups.TIMELINE)
    private final class Choosy implements ProcessesEvents {
      @EventHandler
      void on(MessageSent event) {
        if (broken.get() && event.content().equals("poison")) {
          throw new IllegalStateException("cannot stomach it");
        }
      }
    }

    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final TableGroup timeline =
        new TableGroup(
            ProcessingGroups.TIMELINE,
            ProjectionGroups.TIMELINE.tables(),
            ProjectionGroups.TIMELINE.subjects(),
            writer -> {
              List<ProcessesEvents> handlers =
                  new ArrayList<>(ProjectionGroups.TIMELINE.projections().apply(writer));
              handlers.add(new Choosy());
              return handlers;
            },
            ProjectionGroups.TIMELINE.position());

    @Test
    void shouldPutTheEventAsideAsAWhole() {
      story.say(hit, author, "poison");
      story.say(spared, author, "elsewhere");
      happens();

      try (RunningGroup running = running(timeline)) {
        running.catchUp();
      }

      assertThat(contents()).containsExactly("elsewhere");
      assertThat(office(timeline).list("timeline", 10))
          .extracting(DeadLetter::cause)
          .containsExactly("IllegalStateException: cannot stomach it");
      broken.set(false);
      assertThat(office(timeline).retry("timeline")).isEqualTo(new Outcome(1, 0));
      assertThat(contents()).containsExactly("elsewhere", "poison");
    }

    @Test
    void shouldStayAsideInARebuildThatCannotHandleItEither() throws Exception {
      story.say(hit, author, "poison");
      story.say(hit, author, "behind it");
      story.say(spared, author, "elsewhere");
      happens();
      try (RunningGroup running = running(timeline)) {
        running.catchUp();
      }
      Rebuilds rebuilds =
          new ProjectionRebuilds(
              List.of(timeline),
              database.dataSource(),
              feed,
              RunningGroup.serializer(),
              database.schemas());

      rebuilds.rebuild("timeline", 4, step -> {});

      assertThat(contents()).containsExactly("elsewhere");
      assertThat(office(timeline).counts()).containsExactly(new Count("timeline", 1, 1));
      broken.set(false);
      assertThat(office(timeline).retry("timeline")).isEqualTo(new Outcome(2, 0));
    }
  }

  @Nested
  class WhenTheDatabaseItselfIsAtFault {

    @Test
    void shouldWaitAndBlameNoEvent() {
      story.say(hit, author, "hello");
      happens();
      database.jdbc().execute("alter table message rename to message_away");

      try (RunningGroup running = running(ProjectionGroups.TIMELINE)) {
        await().until(running::isFailing);
        assertThat(office(ProjectionGroups.TIMELINE).counts())
            .containsExactly(new Count("timeline", 0, 0));
        assertThat(database.position(ProcessingGroups.TIMELINE)).isLessThan(feed.head());

        database.jdbc().execute("alter table message_away rename to message");
        running.catchUp();
      }

      assertThat(contents()).containsExactly("hello");
      assertThat(office(ProjectionGroups.TIMELINE).counts())
          .containsExactly(new Count("timeline", 0, 0));
    }
  }
}

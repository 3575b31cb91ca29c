package io.beep.projection.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.api.DeadLetterOffice.Count;
import io.beep.projection.api.DeadLetterOffice.Outcome;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import io.beep.projection.deadletter.ProjectionDeadLetters;
import io.beep.projection.rebuild.ProjectionRebuilds;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.InterruptedRebuild;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.RunningGroup;
import io.beep.projection.shared.SearchNode;
import io.beep.projection.shared.Story;
import io.beep.projection.shared.index.SearchCalls;
import io.beep.projection.shared.index.SearchIndexes;
import io.beep.readmodel.message.MessageDocument;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensearch.client.opensearch.OpenSearchClient;

/** Another index takes the place of the old one, whatever happens on the way. */
class SearchRebuildIT {

  private static final int STEPS = 3_000;

  private final ReadModelDatabase database = new ReadModelDatabase();
  private final OpenSearchClient client = SearchNode.client();
  private final SearchCalls calls = new SearchCalls(client);
  private final SearchIndexes indexes = new SearchIndexes(calls, MessageDocument.SHAPE);
  private final SearchGroup group = new SearchGroup(client);
  private final EventFeed feed = new EventFeed();
  private final Rebuilds rebuilds =
      new ProjectionRebuilds(
          List.of(group),
          database.dataSource(),
          feed,
          RunningGroup.serializer(),
          database.schemas());

  @BeforeEach
  @AfterEach
  void removeAll() {
    indexes.all().forEach(indexes::delete);
  }

  private RunningGroup running() {
    return RunningGroup.start(
        group.serving(database.serving(ProcessingGroups.SEARCH)), 1, feed, database.dataSource());
  }

  private void told(Story story) {
    feed.append(story.events());
    try (RunningGroup search = running()) {
      search.catchUp();
    }
  }

  private List<String> documents() {
    indexes.serving().forEach(indexes::refresh);
    return SearchNode.documents(client, MessageDocument.ALIAS);
  }

  private void damage() {
    calls.require("POST", "/" + MessageDocument.ALIAS + "/_refresh", null);
    calls.require(
        "POST",
        "/" + MessageDocument.ALIAS + "/_delete_by_query?refresh=true",
        "{\"query\":{\"match\":{\"content\":\"edited\"}}}");
  }

  @Nested
  class WhenItIsDoneAtOnce {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void shouldGiveTheSameDocumentsWithAnyNumberOfSegments(int segments) throws Exception {
      told(Story.random(51, STEPS));
      List<String> before = documents();
      List<String> old = indexes.serving();
      damage();
      assertThat(documents()).isNotEqualTo(before);

      rebuilds.rebuild("search", segments, step -> {});

      assertThat(before).hasSizeGreaterThan(200);
      assertThat(documents()).isEqualTo(before);
      assertThat(indexes.serving()).hasSize(1).isNotEqualTo(old);
      assertThat(indexes.all()).as("the old one is removed").isEqualTo(indexes.serving());
      assertThat(rebuilds.unfinished()).isEmpty();
    }

    @Test
    void shouldFindEverythingFromTheMomentOfTheSwapOn() throws Exception {
      told(Story.random(52, STEPS));
      documents();
      int before = found();
      AtomicBoolean ended = new AtomicBoolean();
      try (RunningGroup search = running();
          ExecutorService threads = Executors.newSingleThreadExecutor()) {
        search.catchUp();
        Future<Integer> fewest =
            threads.submit(
                () -> {
                  int least = Integer.MAX_VALUE;
                  while (!ended.get()) {
                    least = Math.min(least, found());
                  }
                  return least;
                });

        rebuilds.rebuild("search", 2, step -> {});

        ended.set(true);
        assertThat(fewest.get(10, TimeUnit.SECONDS)).isEqualTo(before);
      }
    }

    @Test
    void shouldFollowWhatComesAfterwards() throws Exception {
      Story story = Story.random(53, STEPS);
      int half = story.events().size() / 2;
      feed.append(story.events().subList(0, half));
      try (RunningGroup search = running()) {
        search.catchUp();
        rebuilds.rebuild("search", 2, step -> {});
        feed.append(story.events().subList(half, story.events().size()));
        search.catchUp();
      }
      List<String> followed = documents();

      rebuilds.rebuild("search", 1, step -> {});

      assertThat(followed).hasSize(story.contents().size());
      assertThat(documents()).isEqualTo(followed);
    }

    private int found() {
      return SearchNode.find(client, MessageDocument.CONTENT, "said edited").size();
    }
  }

  @Nested
  class WhenItIsInterrupted {

    private static final class Crash extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void shouldGoOnFromEveryStep(int segments) throws Exception {
      told(Story.random(54, 2 * STEPS));
      List<String> before = documents();
      InterruptedRebuild rebuild = new InterruptedRebuild(rebuilds, database, feed, "search");

      rebuild.untilItGetsThrough(
          segments, () -> assertThat(documents()).as("what serves").isEqualTo(before));

      assertThat(documents()).isEqualTo(before);
      assertThat(indexes.all()).hasSize(1);
      assertThat(rebuild.attempts()).isGreaterThan(3);
      assertThat(rebuild.begunAt()).isGreaterThan(feed.head() / 2);
    }

    @Test
    void shouldOnlyTidyWhenTheAliasHadMovedAlready() throws Exception {
      told(Story.random(55, STEPS));
      List<String> before = documents();
      assertThatThrownBy(() -> rebuilds.rebuild("search", 2, SearchRebuildIT::crashAtTheEnd))
          .isInstanceOf(Crash.class);
      String built =
          indexes.all().stream().filter(name -> !indexes.isServing(name)).findFirst().get();
      calls.require("POST", "/" + built + "/_refresh", null);
      indexes.serve(built);

      rebuilds.rebuild("search", 2, step -> {});

      assertThat(indexes.all()).containsExactly(built);
      assertThat(documents()).isEqualTo(before);
      assertThat(rebuilds.unfinished()).isEmpty();
    }

    @Test
    void shouldBeginAnewWhenTheIndexIsGone() throws Exception {
      told(Story.random(56, STEPS));
      List<String> before = documents();
      assertThatThrownBy(() -> rebuilds.rebuild("search", 2, SearchRebuildIT::crashAtTheEnd))
          .isInstanceOf(Crash.class);
      indexes.delete(building());

      rebuilds.rebuild("search", 2, step -> {});

      assertThat(documents()).isEqualTo(before);
    }

    @Test
    void shouldRemoveTheIndexWhenItIsAbandoned() {
      told(Story.random(57, STEPS));
      assertThatThrownBy(() -> rebuilds.rebuild("search", 2, SearchRebuildIT::crashAtTheEnd))
          .isInstanceOf(Crash.class);
      assertThat(indexes.all()).hasSize(2);

      rebuilds.abandon("search");

      assertThat(indexes.all()).hasSize(1).isEqualTo(indexes.serving());
      assertThat(rebuilds.unfinished()).isEmpty();
    }
  }

  /** The one that nobody searches. */
  private String building() {
    return indexes.all().stream()
        .filter(name -> !indexes.isServing(name))
        .findFirst()
        .orElseThrow();
  }

  private static void crashAtTheEnd(RebuildStep step) {
    if (step instanceof RebuildStep.Completing) {
      throw new WhenItIsInterrupted.Crash();
    }
  }

  @Nested
  class WhenADocumentIsRefused {

    private final Story story = new Story(58);
    private final UserId author = story.someoneSignsUp();
    private final ChannelId channel = story.createChannel(story.foundServer(author), false, null);
    private final DeadLetterOffice office =
        new ProjectionDeadLetters(List.of(group), database.dataSource(), feed);

    /** An index that takes no text, as after a botched change by hand. */
    private void refuseAll() {
      calls.require(
          "PUT",
          "/" + MessageDocument.SHAPE.index(),
          "{\"mappings\":{\"properties\":{\"content\":{\"type\":\"integer\"}}},"
              + "\"aliases\":{\""
              + MessageDocument.ALIAS
              + "\":{}}}");
    }

    @Test
    void shouldPutTheMessageAsideAndWriteTheOthers() {
      refuseAll();
      MessageId refused = story.say(channel, author, "words");
      MessageId behind = story.say(channel, author, "12");
      ChannelId other = story.createChannel(story.foundServer(author), false, null);
      MessageId taken = story.say(other, author, "34");

      told(story);

      assertThat(office.counts()).containsExactly(new Count("search", 1, 1));
      // What waits may be there all the same, when it went to the index in one call with the other.
      assertThat(documents())
          .anyMatch(row -> row.contains(taken.value().toString()))
          .noneMatch(row -> row.contains(refused.value().toString()));

      removeAll();
      assertThat(office.retry("search")).isEqualTo(new Outcome(2, 0));
      assertThat(documents())
          .anyMatch(row -> row.contains(refused.value().toString()))
          .anyMatch(row -> row.contains(behind.value().toString()));
    }

    @Test
    void shouldBlameNoMessageWhenNothingAnswers() {
      story.say(channel, author, "words");
      feed.append(story.events());
      SearchGroup dead = new SearchGroup(SearchNode.deadClient());

      try (RunningGroup search =
          RunningGroup.start(
              dead.serving(database.serving(ProcessingGroups.SEARCH)),
              1,
              feed,
              database.dataSource())) {
        org.awaitility.Awaitility.await().until(search::isFailing);
      }

      assertThat(office.counts()).containsExactly(new Count("search", 0, 0));
    }
  }
}

package io.beep.projection.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.Handling;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.RunningGroup;
import io.beep.projection.shared.SearchNode;
import io.beep.projection.shared.Story;
import io.beep.projection.shared.Subject;
import io.beep.projection.shared.TimelinePosition;
import io.beep.readmodel.message.MessageDocument;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MessageSearchProjectionIT {

  private final ReadModelDatabase database = new ReadModelDatabase();
  private final OpenSearchClient client = SearchNode.client();
  private final SearchIndex index = SearchIndex.serving(client);
  private final Story story = new Story(1);
  private final UserId author = story.someoneSignsUp();
  private final ServerId server = story.foundServer(author);
  private final ChannelId channel = story.createChannel(server, false, null);

  @BeforeEach
  void emptyTheIndex() {
    index.recreate();
  }

  @Test
  void shouldLetAMessageBeFoundWithinAboutASecond() {
    MessageId hello = story.say(channel, author, "hello everyone");
    story.say(channel, author, "something else");

    try (RunningGroup search = search(client, new EventFeed().append(story.events()))) {
      search.catchUp();
      await()
          .atMost(Duration.ofMillis(1500))
          .untilAsserted(() -> assertThat(find("hello")).containsExactly(id(hello)));
    }
  }

  /** Whoever waits for a place must not wait for another message. */
  @Test
  void shouldSayHowFarItIsAlsoAfterEventsThatItHasNoOtherUseFor() {
    story.say(channel, author, "hello");
    story.someoneSignsUp();
    EventFeed feed = new EventFeed().append(story.events());

    try (RunningGroup search =
        RunningGroup.start(
            new SearchGroup(client).serving(database.serving(ProcessingGroups.SEARCH)),
            1,
            feed,
            database.dataSource())) {
      search.catchUp();
    }

    assertThat(database.position(ProcessingGroups.SEARCH)).isEqualTo(feed.head());
  }

  @Test
  void shouldFollowEditsAndDeletions() {
    MessageId edited = story.say(channel, author, "before");
    MessageId deleted = story.say(channel, author, "before");
    story.edit(edited, "afterwards");
    story.delete(deleted);

    try (RunningGroup search = search(client, new EventFeed().append(story.events()))) {
      search.catchUp();
    }

    refresh();
    assertThat(find("before")).isEmpty();
    assertThat(find("afterwards")).containsExactly(id(edited));
  }

  @Test
  void shouldForgetAllOfADeletedChannelAndNothingElse() {
    ChannelId doomed = story.createChannel(server, false, null);
    for (int i = 0; i < RunningGroup.BATCH + 10; i++) {
      story.say(doomed, author, "common");
    }
    MessageId kept = story.say(channel, author, "common");
    story.deleteChannelForEver(doomed, author);

    try (RunningGroup search = search(client, new EventFeed().append(story.events()))) {
      search.catchUp();
    }

    refresh();
    assertThat(find("common")).containsExactly(id(kept));
  }

  /** Nobody is told of it: who searches names the channels that there are. */
  @Test
  void shouldKeepWhatCanBeRestored() {
    EventFeed feed = new EventFeed();
    MessageId kept = story.say(channel, author, "common");
    feed.append(story.events());
    feed.append(
        List.of(
            new ChannelDeleted(channel, server, author, Instant.parse("2026-03-08T09:00:00Z"))));

    try (RunningGroup search = search(client, feed)) {
      search.catchUp();
    }

    refresh();
    assertThat(find("common")).containsExactly(id(kept));
  }

  @Test
  void shouldForgetAllOfADeletedServer() {
    story.say(channel, author, "common");
    story.deleteServer(server, author);

    try (RunningGroup search = search(client, new EventFeed().append(story.events()))) {
      search.catchUp();
    }

    refresh();
    assertThat(find("common")).isEmpty();
  }

  @Test
  void shouldBeTheSameAfterAReplayAndWhenAllOfItComesTwice() {
    Story long1 = Story.random(7, 2_000);
    EventFeed feed = new EventFeed().append(long1.events());
    List<String> expected = long1.contents().keySet().stream().map(this::id).sorted().toList();
    try (RunningGroup search = search(client, feed)) {
      search.catchUp();
      assertThat(everything()).isEqualTo(expected);
      search.replay().catchUp();
      assertThat(everything()).isEqualTo(expected);
    }
    database.jdbc().update("delete from token_entry");

    try (RunningGroup search = search(client, feed)) {
      search.catchUp();
    }

    assertThat(everything()).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void shouldPassOverWhatIsOlderThanItKnows() {
    MessageId message = story.say(channel, author, "first");
    story.edit(message, "second");
    MessageEdited edit = (MessageEdited) story.events().getLast();
    story.edit(message, "third");
    index.ensure();

    handle((MessageEvent) story.events().getLast(), 12);
    handle(edit, 11);

    refresh();
    assertThat(find("third")).containsExactly(id(message));
    assertThat(find("second")).isEmpty();
  }

  @Test
  void shouldWaitForAnIndexThatIsDownAndHoldUpNothingElse() {
    MessageId message = story.say(channel, author, "hello");
    EventFeed feed = new EventFeed().append(story.events());
    ReadModelWriter writer =
        new ReadModelWriter(database.serving(ProcessingGroups.TIMELINE), Subject::byChannel);
    try (RunningGroup search = search(SearchNode.deadClient(), feed);
        RunningGroup timeline =
            RunningGroup.start(
                new Handling(
                    ProcessingGroups.TIMELINE,
                    List.of(new TimelinePosition(writer), new ChannelTimelineProjection(writer)),
                    writer.failures()),
                1,
                feed,
                database.dataSource())) {
      timeline.catchUp();
      await().until(search::isFailing);
    }

    try (RunningGroup search = search(client, feed)) {
      search.catchUp();
    }

    refresh();
    assertThat(database.rows("message")).hasSize(1);
    assertThat(find("hello")).containsExactly(id(message));
  }

  private void handle(MessageEvent event, long place) {
    TrackedEventMessage<?> message =
        new GenericTrackedEventMessage<>(
            new GlobalSequenceTrackingToken(place), new GenericEventMessage<>(event));
    Handling search = handling(client);
    new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()))
        .executeWithoutResult(
            transaction -> {
              ResultMessage<?> result =
                  DefaultUnitOfWork.startAndGet(message)
                      .executeWithResult(
                          () -> {
                            search.invoker().handle(message, Segment.ROOT_SEGMENT);
                            return null;
                          });
              assertThat(result.isExceptional()).isFalse();
            });
  }

  private Handling handling(OpenSearchClient target) {
    return new SearchGroup(target).serving(database.serving(ProcessingGroups.SEARCH));
  }

  private RunningGroup search(OpenSearchClient target, EventFeed feed) {
    return RunningGroup.start(handling(target), 1, feed, database.dataSource());
  }

  private List<String> everything() {
    refresh();
    return find("said edited").stream().sorted().toList();
  }

  private List<String> find(String word) {
    return SearchNode.find(client, MessageDocument.CONTENT, word);
  }

  private void refresh() {
    try {
      client.indices().refresh(request -> request.index(MessageDocument.ALIAS));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String id(MessageId message) {
    return message.value().toString();
  }
}

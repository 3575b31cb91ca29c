package io.beep.projection.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.api.Rebuilds;
import io.beep.projection.rebuild.ProjectionRebuilds;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.RunningGroup;
import io.beep.projection.shared.SearchNode;
import io.beep.projection.shared.Story;
import io.beep.projection.shared.index.SearchCalls;
import io.beep.projection.shared.index.SearchIndexes;
import io.beep.readmodel.server.ServerDocument;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchClient;

class DiscoveryProjectionIT {

  private static final ServerId SECRET = new ServerId(new UUID(9, 9));

  private final ReadModelDatabase database = new ReadModelDatabase();
  private final OpenSearchClient client = SearchNode.client();
  private final SearchIndexes indexes =
      new SearchIndexes(new SearchCalls(client), ServerDocument.SHAPE);
  private final DiscoveryGroup group = new DiscoveryGroup(client);
  private final EventFeed feed = new EventFeed();
  private final Story story = new Story(1);
  private final UserId ada = story.someoneSignsUp();

  @BeforeEach
  @AfterEach
  void removeAll() {
    indexes.all().forEach(indexes::delete);
  }

  private RunningGroup running() {
    return RunningGroup.start(
        group.serving(database.serving(ProcessingGroups.DISCOVERY)),
        1,
        feed,
        database.dataSource());
  }

  private void tell(List<? extends DomainEvent> events) {
    feed.append(events);
    try (RunningGroup discovery = running()) {
      discovery.catchUp();
    }
  }

  private List<String> documents() {
    indexes.serving().forEach(indexes::refresh);
    return SearchNode.documents(client, ServerDocument.ALIAS);
  }

  @Test
  void shouldKnowAPublicServerAsItIsNow() {
    ServerId server = story.foundServer(ada);
    story.join(server, story.someoneSignsUp());
    tell(story.events());
    tell(
        List.of(
            new ServerRenamed(server, "Looms", ada),
            new ServerDescribed(server, "weaving", ada),
            new ServerTagged(server, List.of("steam"), ada)));

    assertThat(documents())
        .singleElement()
        .asString()
        .startsWith(server.value().toString())
        .contains("members=2", "name=Looms", "description=weaving", "tags=[steam]");
  }

  /** A private one is kept closed, so that it is known with all its members once it is opened. */
  @Test
  void shouldKnowWhetherItIsOpen() {
    ServerId server = story.foundServer(ada);
    UserId grace = story.someoneSignsUp();
    tell(story.events());
    tell(
        List.of(
            new ServerCreated(SECRET, ada, "Secret", null, "private", List.of()),
            new MemberJoined(SECRET, ada),
            new MemberJoined(SECRET, grace),
            new ServerTagged(SECRET, List.of("secret"), ada),
            new ServerVisibilitySet(server, "private", ada)));

    assertThat(documents()).hasSize(2).allMatch(document -> document.contains("closed=true"));

    tell(List.of(new ServerVisibilitySet(SECRET, "public", ada)));
    assertThat(documents())
        .filteredOn(document -> document.startsWith(SECRET.value().toString()))
        .singleElement()
        .asString()
        .contains("closed=false", "members=2", "name=Secret", "tags=[secret]");
  }

  @Test
  void shouldNeverOpenAPrivateOneByItself() {
    tell(
        List.of(
            new ServerCreated(SECRET, ada, "Secret", null, "private", List.of()),
            new ServerRenamed(SECRET, "More secret", ada),
            new ServerTagged(SECRET, List.of("secret"), ada)));
    ChannelId channel = new ChannelId(new UUID(9, 1));
    tell(
        List.of(
            new io.beep.coreapi.message.MessageSent(
                new io.beep.coreapi.shared.MessageId(new UUID(9, 2)),
                channel,
                SECRET,
                ada,
                "hi",
                null)));

    assertThat(documents()).singleElement().asString().contains("closed=true");
  }

  @Test
  void shouldForgetOneThatIsGone() {
    ServerId server = story.foundServer(ada);
    tell(story.events());
    assertThat(documents()).hasSize(1);

    story.deleteServer(server, ada);
    tell(story.events().subList((int) feed.head() + 1, story.events().size()));

    assertThat(documents()).isEmpty();
  }

  @Test
  void shouldWriteADocumentSeldomForManyMessages() {
    ServerId server = story.foundServer(ada);
    ChannelId channel = story.createChannel(server, false, null);
    for (int i = 0; i < 700; i++) {
      story.say(channel, ada, "said " + i);
    }
    tell(story.events());

    assertThat(documents()).singleElement().asString().contains("activity=512");
  }

  @Test
  void shouldBeTheSameWhenAllOfItComesTwice() {
    tell(Story.random(7, 2_000).events());
    List<String> before = documents();
    database.jdbc().update("delete from token_entry");

    try (RunningGroup discovery = running()) {
      discovery.catchUp();
    }

    assertThat(before).isNotEmpty();
    assertThat(documents()).isEqualTo(before);
  }

  @Test
  void shouldBeTheSameAfterARebuild() throws Exception {
    tell(Story.random(8, 2_000).events());
    List<String> before = documents();
    List<String> old = indexes.serving();
    Rebuilds rebuilds =
        new ProjectionRebuilds(
            List.of(group),
            database.dataSource(),
            feed,
            RunningGroup.serializer(),
            database.schemas());

    rebuilds.rebuild("discovery", 2, step -> {});

    assertThat(before).isNotEmpty();
    assertThat(documents()).isEqualTo(before);
    assertThat(indexes.serving()).hasSize(1).isNotEqualTo(old);
  }
}

package io.beep.query.message;

import io.beep.coreapi.message.GetMemberActivity;
import io.beep.coreapi.message.MemberActivityView;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.message.SearchMessages;
import io.beep.coreapi.message.SearchPage;
import io.beep.coreapi.message.SearchPage.FoundMessage;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.UserId;
import io.beep.query.message.MessageSearch.Candidate;
import io.beep.query.message.MessageSearch.Candidates;
import io.beep.query.shared.Columns;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import io.beep.query.shared.SearchCursor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;

/**
 * Answers which messages have the words.
 *
 * <p>The index is behind by up to a second, unless the one who asks names a place that it must
 * know, and knows no rights. So it is asked only about channels that may be read; what it names is
 * read from PostgreSQL, and whether it may be read is decided once more. A message that is gone, or
 * reads otherwise than the index believes, is left out: nobody is shown what was taken back.
 */
public final class MessageSearchQueries implements AnswersQueries {

  private static final String BODIES =
      "select"
          + MessageColumns.ALL
          + "from message m"
          + MessageColumns.AUTHOR
          + "where m.id = any(:ids)";

  private final ReadModel readModel;
  private final ReadBarrier barrier;
  private final ReadableChannels channels;
  private final MessageSearch search;
  private final IndexFreshness freshness;

  /**
   * @param indexBarrier of the projection that writes the index
   */
  public MessageSearchQueries(
      ReadModel readModel,
      ReadBarrier barrier,
      ReadBarrier indexBarrier,
      OpenSearchClient client,
      Clock clock) {
    this.readModel = readModel;
    this.barrier = barrier;
    this.channels = new ReadableChannels(readModel, clock);
    this.search = new MessageSearch(client);
    this.freshness = new IndexFreshness(indexBarrier, client);
  }

  @QueryHandler
  CompletableFuture<SearchPage> answer(
      SearchMessages query,
      @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast,
      @MetaDataValue(MessageKeys.INDEXED_AT_LEAST) @Nullable Long indexedAtLeast) {
    SearchWords words = SearchWords.parse(query.words());
    SearchCursor cursor = query.cursor() == null ? null : SearchCursor.decode(query.cursor());
    return barrier.after(
        atLeast,
        () ->
            channels
                .of(query)
                .thenCompose(readable -> page(query, words, readable, cursor, indexedAtLeast)));
  }

  @QueryHandler
  CompletableFuture<MemberActivityView> answer(
      GetMemberActivity query,
      @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast,
      @MetaDataValue(MessageKeys.INDEXED_AT_LEAST) @Nullable Long indexedAtLeast) {
    return barrier.after(
        atLeast,
        () ->
            channels
                .ofKeeper(query.asking(), query.serverId())
                .thenCompose(readable -> activity(query.userId(), readable, indexedAtLeast)));
  }

  private CompletableFuture<MemberActivityView> activity(
      UserId author, Set<ChannelId> readable, @Nullable Long indexedAtLeast) {
    if (readable.isEmpty()) {
      return CompletableFuture.completedFuture(new MemberActivityView(0, false, null));
    }
    return freshness
        .shows(indexedAtLeast)
        .thenCompose(_ -> search.writtenBy(author, readable))
        .thenCompose(
            written ->
                writtenAt(written.latest())
                    .thenApply(
                        at ->
                            new MemberActivityView(
                                written.messages(), written.more(), at.orElse(null))));
  }

  /** None also for one that was deleted since the index looked. */
  private CompletableFuture<Optional<Instant>> writtenAt(@Nullable MessageId message) {
    if (message == null) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return readModel
        .list(
            "select created_at from message where id = :id",
            spec -> spec.bind("id", message.value()),
            row -> Columns.time(row, "created_at"))
        .thenApply(times -> times.stream().findFirst());
  }

  private CompletableFuture<SearchPage> page(
      SearchMessages query,
      SearchWords words,
      Set<ChannelId> readable,
      @Nullable SearchCursor cursor,
      @Nullable Long indexedAtLeast) {
    if (words.terms().isEmpty() || readable.isEmpty()) {
      return CompletableFuture.completedFuture(new SearchPage(List.of(), 0, null));
    }
    return freshness
        .shows(indexedAtLeast)
        .thenCompose(_ -> search.find(words, readable, cursor))
        .thenCompose(
            candidates ->
                bodies(candidates)
                    .thenCombine(
                        channels.of(query),
                        (bodies, stillReadable) -> page(candidates, bodies, stillReadable)));
  }

  private CompletableFuture<Map<MessageId, MessageView>> bodies(Candidates candidates) {
    UUID[] ids =
        candidates.items().stream().map(item -> item.messageId().value()).toArray(UUID[]::new);
    return readModel
        .list(BODIES, spec -> spec.bind("ids", ids), MessageColumns::view)
        .thenApply(
            views ->
                views.stream().collect(Collectors.toMap(MessageView::id, Function.identity())));
  }

  private static SearchPage page(
      Candidates candidates, Map<MessageId, MessageView> bodies, Set<ChannelId> readable) {
    List<FoundMessage> items =
        candidates.items().stream()
            .flatMap(candidate -> found(candidate, bodies.get(candidate.messageId()), readable))
            .toList();
    return new SearchPage(
        items,
        candidates.total(),
        candidates.hasMore() ? candidates.items().getLast().cursor().encode() : null);
  }

  private static Stream<FoundMessage> found(
      Candidate candidate, @Nullable MessageView body, Set<ChannelId> readable) {
    return body != null
            && readable.contains(body.channelId())
            && body.content().equals(candidate.content())
        ? Stream.of(new FoundMessage(body, Highlights.of(body.content(), candidate.marked())))
        : Stream.empty();
  }
}

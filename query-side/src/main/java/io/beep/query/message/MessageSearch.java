package io.beep.query.message;

import io.beep.coreapi.message.MemberActivityView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import io.beep.query.shared.SearchCursor;
import io.beep.readmodel.message.MessageDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.core.search.HitsMetadata;
import org.opensearch.client.opensearch.core.search.TotalHits;
import org.opensearch.client.opensearch.core.search.TotalHitsRelation;
import org.opensearch.client.util.ObjectBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the search index. Its answer is a hint: which messages have the words, in channels that were
 * named; never their bodies, which may be older than those in PostgreSQL.
 */
final class MessageSearch {

  private static final Logger LOG = LoggerFactory.getLogger(MessageSearch.class);

  static final int PAGE = 25;

  /** OpenSearch gives up by itself a little before nobody waits any more. */
  private static final String SHARD_LIMIT = "1500ms";

  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** A slow index must not gather searches without end; those beyond are told so at once. */
  private static final int MOST_AT_ONCE = 64;

  private static final String AS_IT_STANDS = MessageDocument.CONTENT + "^3";

  private static final List<String> FORMS =
      List.of(AS_IT_STANDS, MessageDocument.CONTENT_ENGLISH, MessageDocument.CONTENT_FRENCH);

  /** What of a document is answered: {@link Source}. */
  private static final List<String> READ =
      List.of(MessageDocument.MESSAGE_ID, MessageDocument.CHANNEL_ID, MessageDocument.CONTENT);

  private final OpenSearchAsyncClient client;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  MessageSearch(OpenSearchClient client) {
    this.client = new OpenSearchAsyncClient(client._transport());
  }

  /**
   * A message that has the words.
   *
   * @param content as the index knows it
   * @param marked the whole content with {@link Highlights} marks, once for each form
   */
  record Candidate(
      MessageId messageId, ChannelId channelId, String content, List<String> marked, double score) {

    SearchCursor cursor() {
      return new SearchCursor(score, messageId.value());
    }
  }

  /**
   * @param hasMore whether there are candidates behind these
   */
  record Candidates(List<Candidate> items, long total, boolean hasMore) {}

  /** A document as it is answered. */
  record Source(String messageId, String channelId, String content) {}

  /** The best {@link #PAGE} behind the cursor; fails when the index is away or too slow. */
  CompletableFuture<Candidates> find(
      SearchWords words, Set<ChannelId> channels, @Nullable SearchCursor cursor) {
    return run(request(words, channels, cursor), MessageSearch::candidates);
  }

  /**
   * @param messages no more than are counted
   * @param latest null for none
   */
  record Written(int messages, boolean more, @Nullable MessageId latest) {}

  /** How much somebody wrote in these channels; fails as {@link #find}. */
  CompletableFuture<Written> writtenBy(UserId author, Set<ChannelId> channels) {
    SearchRequest request =
        about()
            .size(1)
            .trackTotalHits(total -> total.count(MemberActivityView.COUNTED_MOST))
            .query(
                query ->
                    query.bool(
                        bool ->
                            bool.filter(in(channels))
                                .filter(
                                    filter ->
                                        filter.term(
                                            term ->
                                                term.field(MessageDocument.AUTHOR_ID)
                                                    .value(
                                                        FieldValue.of(
                                                            author.value().toString()))))))
            .sort(MessageSearch::latestFirst)
            .build();
    return run(request, MessageSearch::written);
  }

  private static Written written(SearchResponse<Source> response) {
    TotalHits total = Objects.requireNonNull(response.hits().total());
    List<Hit<Source>> hits = response.hits().hits();
    return new Written(
        (int) Math.min(total.value(), MemberActivityView.COUNTED_MOST),
        total.relation() == TotalHitsRelation.Gte
            || total.value() > MemberActivityView.COUNTED_MOST,
        hits.isEmpty() ? null : candidateId(hits.getFirst()));
  }

  private <T> CompletableFuture<T> run(
      SearchRequest request, Function<SearchResponse<Source>, T> reading) {
    if (!places.tryAcquire()) {
      return CompletableFuture.failedFuture(unavailable());
    }
    CompletableFuture<SearchResponse<Source>> running;
    try {
      running = client.search(request, Source.class);
    } catch (IOException | RuntimeException e) {
      places.release();
      return CompletableFuture.failedFuture(refusal(e));
    }
    return running
        .whenComplete((response, failure) -> places.release())
        .copy()
        .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(MessageSearch::complete)
        .thenApply(reading)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusal(failure)));
  }

  private static DomainException refusal(Throwable failure) {
    LOG.warn("the search index does not answer", failure);
    return unavailable();
  }

  private static DomainException unavailable() {
    return new DomainException(new CommonError.Unavailable("search"));
  }

  private static SearchRequest.Builder about() {
    return new SearchRequest.Builder()
        .index(MessageDocument.ALIAS)
        // Before the first message there is no index, and nothing to find.
        .ignoreUnavailable(true)
        .allowPartialSearchResults(false)
        .source(source -> source.filter(filter -> filter.includes(READ)))
        .timeout(SHARD_LIMIT);
  }

  private static ObjectBuilder<SortOptions> latestFirst(SortOptions.Builder sort) {
    return sort.field(field -> field.field(MessageDocument.MESSAGE_ID).order(SortOrder.Desc));
  }

  private static SearchRequest request(
      SearchWords words, Set<ChannelId> channels, @Nullable SearchCursor cursor) {
    SearchRequest.Builder request =
        about()
            .size(PAGE + 1)
            .query(query(words, channels))
            .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
            .sort(MessageSearch::latestFirst)
            .highlight(
                highlight ->
                    highlight
                        .numberOfFragments(0)
                        .preTags(String.valueOf(Highlights.BEGIN))
                        .postTags(String.valueOf(Highlights.END))
                        .fields(MessageDocument.CONTENT, field -> field)
                        .fields(MessageDocument.CONTENT_ENGLISH, field -> field)
                        .fields(MessageDocument.CONTENT_FRENCH, field -> field));
    if (cursor != null) {
      request.searchAfter(FieldValue.of(cursor.score()), FieldValue.of(cursor.id().toString()));
    }
    return request.build();
  }

  private static Query in(Set<ChannelId> channels) {
    List<FieldValue> ids =
        channels.stream().map(channel -> FieldValue.of(channel.value().toString())).toList();
    return Query.of(
        query ->
            query.terms(
                terms ->
                    terms.field(MessageDocument.CHANNEL_ID).terms(values -> values.value(ids))));
  }

  private static Query query(SearchWords words, Set<ChannelId> channels) {
    return Query.of(
        query ->
            query.bool(
                bool ->
                    bool.filter(in(channels))
                        .must(words.terms().stream().map(MessageSearch::query).toList())));
  }

  private static Query query(SearchWords.Term term) {
    return switch (term) {
      case SearchWords.Word word ->
          Query.of(
              query ->
                  query.multiMatch(
                      match -> match.query(word.text()).fields(FORMS).operator(Operator.And)));
      case SearchWords.Phrase phrase ->
          Query.of(
              query ->
                  query.multiMatch(
                      match ->
                          match
                              .query(phrase.text())
                              .fields(AS_IT_STANDS)
                              .type(TextQueryType.Phrase)));
    };
  }

  private static SearchResponse<Source> complete(SearchResponse<Source> response) {
    if (response.timedOut()) {
      throw unavailable();
    }
    return response;
  }

  private static Candidates candidates(SearchResponse<Source> response) {
    HitsMetadata<Source> hits = response.hits();
    TotalHits total = hits.total();
    return new Candidates(
        hits.hits().stream().limit(PAGE).map(MessageSearch::candidate).toList(),
        total == null ? hits.hits().size() : total.value(),
        hits.hits().size() > PAGE);
  }

  private static Candidate candidate(Hit<Source> hit) {
    Source source = Objects.requireNonNull(hit.source());
    return new Candidate(
        candidateId(hit),
        new ChannelId(UUID.fromString(source.channelId())),
        source.content(),
        marked(hit.highlight()),
        Objects.requireNonNull(hit.score()));
  }

  private static MessageId candidateId(Hit<Source> hit) {
    return new MessageId(UUID.fromString(Objects.requireNonNull(hit.source()).messageId()));
  }

  private static List<String> marked(Map<String, List<String>> highlights) {
    return highlights.values().stream().flatMap(Collection::stream).toList();
  }
}

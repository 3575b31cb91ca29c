package io.beep.query.server;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.query.shared.SearchCursor;
import io.beep.readmodel.server.ServerDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.FieldValueFactorModifier;
import org.opensearch.client.opensearch._types.query_dsl.FunctionBoostMode;
import org.opensearch.client.opensearch._types.query_dsl.FunctionScoreMode;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.core.search.TotalHits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the index of public servers. Its answer is a hint; what is shown comes from PostgreSQL. */
final class DiscoverySearch {

  private static final Logger LOG = LoggerFactory.getLogger(DiscoverySearch.class);

  /** OpenSearch gives up by itself a little before nobody waits any more. */
  private static final String SHARD_LIMIT = "1500ms";

  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** A slow index must not gather searches without end; those beyond are told so at once. */
  private static final int MOST_AT_ONCE = 64;

  /** A name says more than a tag, and a tag more than a word of the description. */
  private static final List<String> FIELDS =
      List.of(ServerDocument.NAME + "^4", ServerDocument.TAGS + "^3", ServerDocument.DESCRIPTION);

  /** A word as it was typed, then its beginning, then what it may have been meant to be. */
  private static final float AS_TYPED = 4;

  private static final float BEGINNING = 2;
  private static final float LIKE_IT = 0.5f;

  private final OpenSearchAsyncClient client;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  DiscoverySearch(OpenSearchClient client) {
    this.client = new OpenSearchAsyncClient(client._transport());
  }

  /**
   * @param activity messages of the last seven days, about
   */
  record Candidate(UUID server, long activity, double score) {

    SearchCursor cursor() {
      return new SearchCursor(score, server);
    }
  }

  /**
   * @param hasMore whether there are candidates behind these
   */
  record Candidates(List<Candidate> items, long total, boolean hasMore) {}

  /**
   * The best behind the cursor; fails when the index is away or too slow.
   *
   * @param words each of which must be there; none finds all
   * @param today in days since 1970
   */
  CompletableFuture<Candidates> find(
      List<String> words, int limit, @Nullable SearchCursor cursor, int today) {
    if (!places.tryAcquire()) {
      return CompletableFuture.failedFuture(unavailable());
    }
    CompletableFuture<SearchResponse<ServerDocument>> running;
    try {
      running = client.search(request(words, limit, cursor, today), ServerDocument.class);
    } catch (IOException | RuntimeException e) {
      places.release();
      return CompletableFuture.failedFuture(refusal(e));
    }
    return running
        .whenComplete((response, failure) -> places.release())
        .copy()
        .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(response -> candidates(response, limit, today))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusal(failure)));
  }

  private static DomainException refusal(Throwable failure) {
    LOG.warn("the index of servers does not answer", failure);
    return unavailable();
  }

  private static DomainException unavailable() {
    return new DomainException(new CommonError.Unavailable("search"));
  }

  private static SearchRequest request(
      List<String> words, int limit, @Nullable SearchCursor cursor, int today) {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .index(ServerDocument.ALIAS)
            // Before the first server there is no index, and nothing to find.
            .ignoreUnavailable(true)
            .allowPartialSearchResults(false)
            .timeout(SHARD_LIMIT)
            .size(limit + 1)
            .query(ranked(open(query(words)), today))
            .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
            .sort(
                sort ->
                    sort.field(
                        field -> field.field(ServerDocument.SERVER_ID).order(SortOrder.Desc)));
    if (cursor != null) {
      request.searchAfter(FieldValue.of(cursor.score()), FieldValue.of(cursor.id().toString()));
    }
    return request.build();
  }

  /** Without those that say that they are closed: one that is open may say nothing. */
  private static Query open(Query query) {
    return Query.of(
        all ->
            all.bool(
                bool ->
                    bool.must(query)
                        .mustNot(
                            not ->
                                not.term(
                                    term ->
                                        term.field(ServerDocument.CLOSED)
                                            .value(FieldValue.of(true))))));
  }

  /** What is large and alive comes first among what fits as well. */
  private static Query ranked(Query query, int today) {
    Query lately =
        Query.of(
            filter ->
                filter.range(
                    range ->
                        range
                            .field(ServerDocument.LAST_ACTIVE_DAY)
                            .gt(JsonData.of(today - ServerDocument.WEEK))));
    return Query.of(
        all ->
            all.functionScore(
                score ->
                    score
                        .query(query)
                        .functions(
                            function ->
                                function.fieldValueFactor(
                                    factor ->
                                        factor
                                            .field(ServerDocument.MEMBERS)
                                            .modifier(FieldValueFactorModifier.Log2p)))
                        .functions(
                            function ->
                                function
                                    .filter(lately)
                                    .fieldValueFactor(
                                        factor ->
                                            factor
                                                .field(ServerDocument.ACTIVITY)
                                                .modifier(FieldValueFactorModifier.Log1p)))
                        .scoreMode(FunctionScoreMode.Sum)
                        .boostMode(FunctionBoostMode.Multiply)));
  }

  private static Query query(List<String> words) {
    return words.isEmpty()
        ? Query.of(query -> query.matchAll(all -> all))
        : Query.of(
            query ->
                query.bool(bool -> bool.must(words.stream().map(DiscoverySearch::query).toList())));
  }

  private static Query query(String word) {
    return Query.of(
        query ->
            query.bool(
                any ->
                    any.should(
                            as ->
                                as.multiMatch(
                                    match ->
                                        match
                                            .query(word)
                                            .fields(FIELDS)
                                            .operator(Operator.And)
                                            .boost(AS_TYPED)))
                        .should(
                            begins ->
                                begins.multiMatch(
                                    match ->
                                        match
                                            .query(word)
                                            .fields(FIELDS)
                                            .type(TextQueryType.BoolPrefix)
                                            .operator(Operator.And)
                                            .boost(BEGINNING)))
                        .should(
                            like ->
                                like.multiMatch(
                                    match ->
                                        match
                                            .query(word)
                                            .fields(FIELDS)
                                            .operator(Operator.And)
                                            .fuzziness("AUTO")
                                            // Who mistypes the first letter mends it at once.
                                            .prefixLength(1)
                                            .boost(LIKE_IT)))
                        .minimumShouldMatch("1")));
  }

  private static Candidates candidates(
      SearchResponse<ServerDocument> response, int limit, int today) {
    if (response.timedOut()) {
      throw unavailable();
    }
    List<Hit<ServerDocument>> hits = response.hits().hits();
    TotalHits total = response.hits().total();
    return new Candidates(
        hits.stream().limit(limit).map(hit -> candidate(hit, today)).toList(),
        total == null ? hits.size() : total.value(),
        hits.size() > limit);
  }

  private static Candidate candidate(Hit<ServerDocument> hit, int today) {
    ServerDocument document = Objects.requireNonNull(hit.source());
    long activity =
        document.days().entrySet().stream()
            .filter(day -> Integer.parseInt(day.getKey()) > today - ServerDocument.WEEK)
            .mapToLong(day -> 1L << day.getValue())
            .sum();
    return new Candidate(
        UUID.fromString(document.serverId()), activity, Objects.requireNonNull(hit.score()));
  }
}

package io.beep.projection.message;

import io.beep.projection.shared.EventRefusedException;
import io.beep.projection.shared.Sink;
import io.beep.readmodel.message.MessageDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.Conflicts;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.DeleteByQueryRequest;
import org.opensearch.client.opensearch.core.DeleteByQueryResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/** Writes documents: into the index behind {@link MessageDocument#ALIAS}, or into one by name. */
final class SearchIndex implements Sink<SearchChange> {

  private static final Duration DELETION_LIMIT = Duration.ofSeconds(30);

  /** Documents removed by one call, so that each stays far from its limit. */
  private static final int DELETED_AT_ONCE = 10_000;

  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_OF_THE_SERVER = 500;

  private final SearchCalls calls;
  private final SearchIndexes indexes;
  private final String name;
  private volatile boolean present;

  private SearchIndex(OpenSearchClient client, String name) {
    this.calls = new SearchCalls(client);
    this.indexes = new SearchIndexes(calls);
    this.name = name;
  }

  /** The one that is searched, whichever it is; made when it is missing. */
  static SearchIndex serving(OpenSearchClient client) {
    return new SearchIndex(client, MessageDocument.ALIAS);
  }

  /** One that nobody searches yet. */
  static SearchIndex building(OpenSearchClient client, String name) {
    return new SearchIndex(client, name);
  }

  private boolean isAlias() {
    return name.equals(MessageDocument.ALIAS);
  }

  /** Makes the index when there is none. */
  void ensure() {
    if (!present) {
      if (isAlias()) {
        indexes.ensureServing();
      }
      present = true;
    }
  }

  /** Throws all documents away; an empty index takes the place of the old one. */
  void recreate() {
    present = false;
    indexes.serving().forEach(indexes::delete);
    ensure();
  }

  @Override
  public void write(List<SearchChange> changes) {
    try {
      ensure();
      List<BulkOperation> documents = new ArrayList<>();
      for (SearchChange change : changes) {
        switch (change) {
          case SearchChange.OneDocument document -> documents.add(document.operation());
          case SearchChange.Deletion deletion -> {
            apply(documents);
            documents.clear();
            deleteAll(deletion.field(), deletion.value());
          }
        }
      }
      apply(documents);
    } catch (SearchIndexException e) {
      present = false;
      throw e;
    }
  }

  /**
   * Sends the operations in one request. One that is older than what the index knows of its
   * document is passed over, as is the deletion of what is not there.
   */
  private void apply(List<BulkOperation> operations) {
    if (operations.isEmpty()) {
      return;
    }
    BulkRequest request =
        new BulkRequest.Builder()
            .index(name)
            .requireAlias(isAlias())
            .operations(List.copyOf(operations))
            .build();
    BulkResponse response = calls.call(() -> calls.client().bulk(request), SearchCalls.LIMIT);
    if (response.errors()) {
      response.items().stream().filter(SearchIndex::isFault).findFirst().ifPresent(this::refuse);
    }
  }

  private static boolean isFault(BulkResponseItem item) {
    return item.status() >= SearchCalls.FIRST_FAILURE
            && item.status() != CONFLICT
            && item.status() != SearchCalls.NOT_FOUND
        // A missing index is a 404 as well, and a fault.
        || item.status() == SearchCalls.NOT_FOUND && item.error() != null;
  }

  private void refuse(BulkResponseItem item) {
    SearchIndexException refusal =
        new SearchIndexException(
            "document " + item.id() + " was refused: HTTP " + item.status() + ", " + reason(item));
    throw isFaultOfTheDocument(item) ? new EventRefusedException(refusal) : refusal;
  }

  private static boolean isFaultOfTheDocument(BulkResponseItem item) {
    return item.status() >= FIRST_REFUSAL
        && item.status() < FIRST_OF_THE_SERVER
        && item.status() != SearchCalls.NOT_FOUND
        && item.status() != TOO_MANY;
  }

  private static String reason(BulkResponseItem item) {
    return item.error() == null ? "" : Objects.requireNonNullElse(item.error().type(), "");
  }

  /** Removes every document whose field has the value, those sent just before included. */
  private void deleteAll(String field, String value) {
    refresh();
    DeleteByQueryRequest request = deletion(field, value, DELETED_AT_ONCE);
    while (deleteSome(request) > 0) {
      // The next ones.
    }
  }

  /** How many documents have the value in this field. */
  long count(String field, String value) {
    ensure();
    refresh();
    return calls
        .call(
            () ->
                calls
                    .client()
                    .count(
                        count ->
                            count
                                .index(name)
                                .query(
                                    query ->
                                        query.term(
                                            term ->
                                                term.field(field).value(FieldValue.of(value))))),
            SearchCalls.LIMIT)
        .count();
  }

  /** Removes at most so many documents whose field has the value, and says how many. */
  long deleteSome(String field, String value, int most) {
    ensure();
    return deleteSome(deletion(field, value, most));
  }

  private void refresh() {
    calls.call(
        () -> calls.client().indices().refresh(refresh -> refresh.index(name)), DELETION_LIMIT);
  }

  private DeleteByQueryRequest deletion(String field, String value, int most) {
    return new DeleteByQueryRequest.Builder()
        .index(name)
        .query(query -> query.term(term -> term.field(field).value(FieldValue.of(value))))
        .conflicts(Conflicts.Proceed)
        .maxDocs(most)
        .refresh(Refresh.True)
        .waitForCompletion(true)
        .build();
  }

  private long deleteSome(DeleteByQueryRequest request) {
    DeleteByQueryResponse response =
        calls.call(() -> calls.client().deleteByQuery(request), DELETION_LIMIT);
    if (!response.failures().isEmpty()) {
      throw new SearchIndexException(
          response.failures().size() + " documents could not be deleted");
    }
    return Objects.requireNonNullElse(response.total(), 0L);
  }
}

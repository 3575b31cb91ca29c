package io.beep.projection.message;

import io.beep.projection.shared.Sink;
import io.beep.projection.shared.index.BulkWriter;
import io.beep.projection.shared.index.SearchCalls;
import io.beep.projection.shared.index.SearchIndexException;
import io.beep.projection.shared.index.SearchIndexes;
import io.beep.readmodel.message.MessageDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.Conflicts;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch.core.DeleteByQueryRequest;
import org.opensearch.client.opensearch.core.DeleteByQueryResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;

/** Writes documents: into the index behind {@link MessageDocument#ALIAS}, or into one by name. */
final class SearchIndex implements Sink<SearchChange> {

  private static final Duration DELETION_LIMIT = Duration.ofSeconds(30);

  /** Documents removed by one call, so that each stays far from its limit. */
  private static final int DELETED_AT_ONCE = 10_000;

  private final SearchCalls calls;
  private final SearchIndexes indexes;
  private final BulkWriter bulk;
  private final String name;
  private volatile boolean present;

  private SearchIndex(OpenSearchClient client, String name) {
    this.calls = new SearchCalls(client);
    this.indexes = new SearchIndexes(calls, MessageDocument.SHAPE);
    this.name = name;
    this.bulk = new BulkWriter(calls, name, isAlias(name));
  }

  /** The one that is searched, whichever it is; made when it is missing. */
  static SearchIndex serving(OpenSearchClient client) {
    return new SearchIndex(client, MessageDocument.ALIAS);
  }

  /** One that nobody searches yet. */
  static SearchIndex building(OpenSearchClient client, String name) {
    return new SearchIndex(client, name);
  }

  private static boolean isAlias(String name) {
    return name.equals(MessageDocument.ALIAS);
  }

  /** Makes the index when there is none. */
  void ensure() {
    if (!present) {
      if (isAlias(name)) {
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
      List<SearchChange.Deletion> deletions = new ArrayList<>();
      for (SearchChange change : changes) {
        switch (change) {
          case SearchChange.OneDocument document -> {
            deleteAll(deletions);
            documents.add(document.operation());
          }
          case SearchChange.Deletion deletion -> {
            bulk.apply(documents);
            documents.clear();
            deletions.add(deletion);
          }
        }
      }
      deleteAll(deletions);
      bulk.apply(documents);
    } catch (SearchIndexException e) {
      present = false;
      throw e;
    }
  }

  /**
   * Empties the list, having removed what it says, those sent just before included. A folder that
   * is deleted is one such list and not a search for each channel in it.
   */
  private void deleteAll(List<SearchChange.Deletion> deletions) {
    Map<String, List<FieldValue>> byField = new LinkedHashMap<>();
    for (SearchChange.Deletion deletion : deletions) {
      byField
          .computeIfAbsent(deletion.field(), _ -> new ArrayList<>())
          .add(FieldValue.of(deletion.value()));
    }
    deletions.clear();
    byField.forEach(this::deleteAll);
  }

  /** Removes every document whose field has one of the values. */
  private void deleteAll(String field, List<FieldValue> values) {
    calls.call(
        () -> calls.client().indices().refresh(refresh -> refresh.index(name)), DELETION_LIMIT);
    DeleteByQueryRequest request =
        new DeleteByQueryRequest.Builder()
            .index(name)
            .query(
                query -> query.terms(terms -> terms.field(field).terms(any -> any.value(values))))
            .conflicts(Conflicts.Proceed)
            .maxDocs(DELETED_AT_ONCE)
            .refresh(Refresh.True)
            .waitForCompletion(true)
            .build();
    while (deleteSome(request) > 0) {
      // The next ones.
    }
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

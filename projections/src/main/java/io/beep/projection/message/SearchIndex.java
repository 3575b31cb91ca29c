package io.beep.projection.message;

import io.beep.readmodel.message.MessageDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
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
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;

/**
 * The index behind {@link MessageDocument#ALIAS}, made when it is missing. Its shape is {@link
 * MessageDocument#DEFINITION}; another shape is another version of the name, filled by a replay
 * before the alias moves.
 *
 * <p>Every call ends within a time limit; what OpenSearch refuses or does not answer throws {@link
 * SearchIndexException}, and the processor tries its batch again later.
 */
public final class SearchIndex {

  private static final String INDEX = MessageDocument.INDEX;

  /** A batch of the longest messages takes well under a second. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private static final Duration DELETION_LIMIT = Duration.ofSeconds(30);

  /** Documents removed by one call, so that each stays far from its limit. */
  private static final int DELETED_AT_ONCE = 10_000;

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int FIRST_FAILURE = 300;

  private final OpenSearchAsyncClient client;
  private final OpenSearchGenericClient plain;
  private volatile boolean present;

  public SearchIndex(OpenSearchClient client) {
    this.client = new OpenSearchAsyncClient(client._transport());
    this.plain = client.generic();
  }

  /** Makes the index when there is none. */
  void ensure() {
    if (present) {
      return;
    }
    if (status("HEAD", "/_alias/" + MessageDocument.ALIAS, null) == NOT_FOUND) {
      int created = status("PUT", "/" + INDEX, definition());
      // Another node may have been first.
      if (created >= FIRST_FAILURE
          && status("HEAD", "/_alias/" + MessageDocument.ALIAS, null) == NOT_FOUND) {
        throw new SearchIndexException("the index " + INDEX + " was refused: HTTP " + created);
      }
    }
    present = true;
  }

  /** Throws all documents away; an empty index takes the place of the old one. */
  void recreate() {
    present = false;
    int deleted = status("DELETE", "/" + INDEX, null);
    if (deleted >= FIRST_FAILURE && deleted != NOT_FOUND) {
      throw new SearchIndexException(INDEX + " cannot be deleted: HTTP " + deleted);
    }
    ensure();
  }

  /**
   * Sends the operations in one request. One that is older than what the index knows of its
   * document is passed over, as is the deletion of what is not there.
   */
  void apply(List<BulkOperation> operations) {
    BulkRequest request =
        new BulkRequest.Builder()
            .index(MessageDocument.ALIAS)
            .requireAlias(true)
            .operations(operations)
            .build();
    BulkResponse response = call(() -> client.bulk(request), CALL_LIMIT);
    if (response.errors()) {
      response.items().stream().filter(SearchIndex::isFault).findFirst().ifPresent(this::refuse);
    }
  }

  private static boolean isFault(BulkResponseItem item) {
    return item.status() >= FIRST_FAILURE && item.status() != CONFLICT && item.status() != NOT_FOUND
        // A missing index is a 404 as well, and a fault.
        || item.status() == NOT_FOUND && item.error() != null;
  }

  private void refuse(BulkResponseItem item) {
    present = false;
    throw new SearchIndexException(
        "document " + item.id() + " was refused: HTTP " + item.status() + ", " + reason(item));
  }

  private static String reason(BulkResponseItem item) {
    return item.error() == null ? "" : Objects.requireNonNullElse(item.error().type(), "");
  }

  /**
   * Removes every document whose field has the value, those sent just before included.
   *
   * @param field a keyword field of {@link MessageDocument}
   */
  void deleteAll(String field, String value) {
    call(
        () -> client.indices().refresh(refresh -> refresh.index(MessageDocument.ALIAS)),
        DELETION_LIMIT);
    DeleteByQueryRequest request =
        new DeleteByQueryRequest.Builder()
            .index(MessageDocument.ALIAS)
            .query(query -> query.term(term -> term.field(field).value(FieldValue.of(value))))
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
    DeleteByQueryResponse response = call(() -> client.deleteByQuery(request), DELETION_LIMIT);
    if (!response.failures().isEmpty()) {
      throw new SearchIndexException(
          response.failures().size() + " documents could not be deleted");
    }
    return Objects.requireNonNullElse(response.total(), 0L);
  }

  private int status(String method, String path, @Nullable String definition) {
    Requests.JsonBodyBuilder request = Requests.builder().method(method).endpoint(path);
    Request built = definition == null ? request.build() : request.json(definition).build();
    try (Response response = call(() -> plain.executeAsync(built), CALL_LIMIT)) {
      return response.getStatus();
    } catch (IOException e) {
      throw new SearchIndexException("OpenSearch does not answer", e);
    }
  }

  private <T> T call(Call<T> call, Duration limit) {
    try {
      CompletableFuture<T> answer = call.start();
      try {
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        answer.cancel(true);
      }
    } catch (ExecutionException | TimeoutException | IOException e) {
      present = false;
      throw new SearchIndexException("OpenSearch does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SearchIndexException("stopped while OpenSearch worked", e);
    }
  }

  private static String definition() {
    try (InputStream stream =
        MessageDocument.class.getResourceAsStream(MessageDocument.DEFINITION)) {
      return new String(
          Objects.requireNonNull(stream, MessageDocument.DEFINITION).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Call<T> {
    CompletableFuture<T> start() throws IOException;
  }
}

package io.beep.projection.shared.index;

import io.beep.projection.shared.EventRefusedException;
import java.util.List;
import java.util.Objects;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/** Writes many documents in one request. */
public final class BulkWriter {

  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_OF_THE_SERVER = 500;

  private final SearchCalls calls;
  private final String name;
  private final boolean isAlias;

  /**
   * @param name of an index, or of an alias, which is then never taken for an index to be made
   */
  public BulkWriter(SearchCalls calls, String name, boolean isAlias) {
    this.calls = calls;
    this.name = name;
    this.isAlias = isAlias;
  }

  /**
   * Sends the operations in one request. One that is older than what the index knows of its
   * document is passed over, as is the deletion of what is not there.
   */
  public void apply(List<BulkOperation> operations) {
    if (operations.isEmpty()) {
      return;
    }
    BulkRequest request =
        new BulkRequest.Builder()
            .index(name)
            .requireAlias(isAlias)
            .operations(List.copyOf(operations))
            .build();
    BulkResponse response = calls.call(() -> calls.client().bulk(request), SearchCalls.LIMIT);
    if (response.errors()) {
      response.items().stream().filter(BulkWriter::isFault).findFirst().ifPresent(this::refuse);
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
}

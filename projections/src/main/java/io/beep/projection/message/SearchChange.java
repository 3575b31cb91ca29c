package io.beep.projection.message;

import org.opensearch.client.opensearch.core.bulk.BulkOperation;

/** What an event changes in the search index. */
sealed interface SearchChange {

  /** Writes or removes one document. */
  record OneDocument(BulkOperation operation) implements SearchChange {}

  /** Removes all documents whose keyword field has the value. */
  record Deletion(String field, String value) implements SearchChange {}
}

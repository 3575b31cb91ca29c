package io.beep.projection.message;

import java.util.ArrayList;
import java.util.List;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;

/** What one batch of events does to the search index, in the order of the events. */
final class SearchBatch {

  private sealed interface Step permits Documents, Deletion {}

  private record Documents(List<BulkOperation> operations) implements Step {}

  private record Deletion(String field, String value) implements Step {}

  private final List<Step> steps = new ArrayList<>();

  void add(BulkOperation operation) {
    if (steps.isEmpty() || !(steps.getLast() instanceof Documents)) {
      steps.add(new Documents(new ArrayList<>()));
    }
    if (steps.getLast() instanceof Documents documents) {
      documents.operations().add(operation);
    }
  }

  void deleteAll(String field, String value) {
    steps.add(new Deletion(field, value));
  }

  void applyTo(SearchIndex index) {
    index.ensure();
    for (Step step : steps) {
      switch (step) {
        case Documents documents -> index.apply(documents.operations());
        case Deletion deletion -> index.deleteAll(deletion.field(), deletion.value());
      }
    }
  }
}

package io.beep.projection.message;

import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.Batches;
import io.beep.projection.shared.Handling;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.RebuildTarget;
import io.beep.projection.shared.SearchPosition;
import io.beep.projection.shared.Subject;
import io.beep.projection.shared.Surroundings;
import io.beep.projection.shared.index.IndexTarget;
import io.beep.projection.shared.index.SearchCalls;
import io.beep.projection.shared.index.SearchIndexes;
import io.beep.readmodel.message.MessageDocument;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;

/**
 * The projection whose rows are documents of the search index. How far it is, is noted of the one
 * that serves.
 */
public final class SearchGroup implements ProjectionGroup {

  private final OpenSearchClient client;

  public SearchGroup(OpenSearchClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return ProcessingGroups.SEARCH;
  }

  @Override
  public Handling serving(Surroundings in) {
    Handling handling = handling(in, SearchIndex.serving(client));
    List<ProcessesEvents> handlers = new ArrayList<>(handling.handlers());
    handlers.add(new SearchPosition(new ReadModelWriter(in, Subject::byChannel)));
    return new Handling(handling.group(), handlers, handling.failures());
  }

  @Override
  public RebuildTarget rebuilding(Surroundings in, @Nullable String place) {
    SearchIndexes indexes = new SearchIndexes(new SearchCalls(client), MessageDocument.SHAPE);
    String index = place == null ? indexes.next() : place;
    return new IndexTarget(handling(in, SearchIndex.building(client, index)), indexes, index);
  }

  private static Handling handling(Surroundings in, SearchIndex index) {
    Batches<SearchChange> batches = new Batches<>(in, Subject::byChannel, index);
    return new Handling(
        ProcessingGroups.SEARCH, List.of(new MessageSearchProjection(batches, index)), batches);
  }
}

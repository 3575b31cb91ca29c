package io.beep.projection.server;

import io.beep.projection.shared.Batches;
import io.beep.projection.shared.Handling;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.RebuildTarget;
import io.beep.projection.shared.Subject;
import io.beep.projection.shared.Surroundings;
import io.beep.projection.shared.index.IndexTarget;
import io.beep.projection.shared.index.SearchCalls;
import io.beep.projection.shared.index.SearchIndexes;
import io.beep.readmodel.server.ServerDocument;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;

/** The projection in which people find public servers. */
public final class DiscoveryGroup implements ProjectionGroup {

  private final OpenSearchClient client;

  public DiscoveryGroup(OpenSearchClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return ProcessingGroups.DISCOVERY;
  }

  @Override
  public Handling serving(Surroundings in) {
    return handling(in, DiscoveryIndex.serving(client));
  }

  @Override
  public RebuildTarget rebuilding(Surroundings in, @Nullable String place) {
    SearchIndexes indexes = new SearchIndexes(new SearchCalls(client), ServerDocument.SHAPE);
    String index = place == null ? indexes.next() : place;
    return new IndexTarget(handling(in, DiscoveryIndex.building(client, index)), indexes, index);
  }

  private static Handling handling(Surroundings in, DiscoveryIndex index) {
    Batches<ServerChange> batches = new Batches<>(in, Subject::byServer, index);
    return new Handling(
        ProcessingGroups.DISCOVERY, List.of(new DiscoveryProjection(batches, index)), batches);
  }
}

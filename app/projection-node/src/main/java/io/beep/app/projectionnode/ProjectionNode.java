package io.beep.app.projectionnode;

import io.beep.app.distributed.Node;
import io.beep.app.distributed.NodeOperations;
import io.beep.app.distributed.SearchAddress;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.operations.health.DatabaseCheck;
import io.beep.app.operations.health.LagCheck;
import io.beep.app.operations.health.Part;
import io.beep.app.operations.metrics.DeadLetterMeters;
import io.beep.app.operations.metrics.ProjectionMeters;
import io.beep.projection.api.DeadLetterOffice;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts and ends a node that projects. */
public final class ProjectionNode {

  /** Search is looked for by those who search; all else by everyone. */
  private static final String SEARCH = "search";

  /** Projections without which only searching stands still. */
  private static final Set<String> IN_INDEXES = Set.of(SEARCH, "discovery");

  private ProjectionNode() {}

  public static void main(String[] arguments) {
    Node.main("projection-node", ProjectionNode::start);
  }

  public static void start(Node node, Settings settings) throws IOException {
    ConfigurableApplicationContext core = node.start(ProjectionNodeConfiguration.class, settings);
    StoredLags lags = core.getBean(StoredLags.class);
    MeterRegistry registry = core.getBean(MeterRegistry.class);
    node.started(ProjectionMeters.start(lags, lags.processors(), registry));
    node.started(
        DeadLetterMeters.start(core.getBean(DeadLetterOffice.class), lags.processors(), registry));
    NodeOperations.start(node, settings, core, parts(core, lags));
  }

  private static List<Part> parts(ApplicationContext core, StoredLags lags) {
    List<Part> parts = new ArrayList<>();
    parts.add(core.getBean(AxonServerLink.class).part());
    parts.add(
        Part.required(
            "read-model", new DatabaseCheck(ProjectionCoreConfiguration.readModel(core))));
    parts.add(Part.optional(SEARCH, SearchAddress.check(core.getBean(OpenSearchClient.class))));
    for (String processor : lags.processors()) {
      String name = "projection-" + processor;
      LagCheck check = new LagCheck(lags, processor);
      parts.add(
          IN_INDEXES.contains(processor) ? Part.optional(name, check) : Part.required(name, check));
    }
    return parts;
  }
}

package io.beep.app.querynode;

import io.beep.app.distributed.Node;
import io.beep.app.distributed.NodeOperations;
import io.beep.app.distributed.SearchAddress;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.operations.health.Part;
import io.beep.app.operations.health.R2dbcCheck;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.util.List;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts and ends a node that answers. */
public final class QueryNode {

  private QueryNode() {}

  public static void main(String[] arguments) {
    Node.main("query-node", QueryNode::start);
  }

  public static void start(Node node, Settings settings) throws IOException {
    ConfigurableApplicationContext core = node.start(QueryNodeConfiguration.class, settings);
    NodeOperations.start(
        node,
        settings,
        core,
        List.of(
            core.getBean(AxonServerLink.class).part(),
            Part.required("read-model", new R2dbcCheck(core.getBean(ConnectionPool.class))),
            Part.optional("search", SearchAddress.check(core.getBean(OpenSearchClient.class)))));
  }
}

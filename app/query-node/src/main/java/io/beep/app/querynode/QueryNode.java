package io.beep.app.querynode;

import io.beep.app.distributed.HealthServer;
import io.beep.app.distributed.Node;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import java.io.IOException;

/** Starts and ends a node that answers. */
public final class QueryNode {

  private QueryNode() {}

  public static void main(String[] arguments) {
    Node.main("query-node", QueryNode::start);
  }

  public static void start(Node node, Settings settings) throws IOException {
    AxonServerLink link =
        node.start(QueryNodeConfiguration.class, settings).getBean(AxonServerLink.class);
    node.started(HealthServer.start(settings, link::isConnected));
  }
}

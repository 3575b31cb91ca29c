package io.beep.app.projectionnode;

import io.beep.app.distributed.HealthServer;
import io.beep.app.distributed.Node;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import java.io.IOException;

/** Starts and ends a node that projects. */
public final class ProjectionNode {

  private ProjectionNode() {}

  public static void main(String[] arguments) {
    Node.main("projection-node", ProjectionNode::start);
  }

  public static void start(Node node, Settings settings) throws IOException {
    AxonServerLink link =
        node.start(ProjectionNodeConfiguration.class, settings).getBean(AxonServerLink.class);
    node.started(HealthServer.start(settings, link::isConnected));
  }
}

package io.beep.app.commandnode;

import io.beep.app.distributed.HealthServer;
import io.beep.app.distributed.Node;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.ReceiptingEventStore;
import java.io.IOException;

/** Starts and ends a node that decides. */
public final class CommandNode {

  private CommandNode() {}

  public static void main(String[] arguments) {
    Node.main("command-node", CommandNode::start);
  }

  public static void start(Node node, Settings settings) throws IOException {
    ReceiptingEventStore store =
        node.start(CommandNodeConfiguration.class, settings).getBean(ReceiptingEventStore.class);
    node.started(HealthServer.start(settings, store.follower()::isFollowing));
  }
}

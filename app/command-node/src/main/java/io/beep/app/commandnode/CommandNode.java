package io.beep.app.commandnode;

import io.beep.app.distributed.Node;
import io.beep.app.distributed.NodeOperations;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.ReceiptingEventStore;
import io.beep.app.operations.health.Part;
import java.io.IOException;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts and ends a node that decides. */
public final class CommandNode {

  private CommandNode() {}

  public static void main(String[] arguments) {
    Node.main("command-node", CommandNode::start);
  }

  public static void start(Node node, Settings settings) throws IOException {
    ConfigurableApplicationContext core = node.start(CommandNodeConfiguration.class, settings);
    ReceiptingEventStore store = core.getBean(ReceiptingEventStore.class);
    NodeOperations.start(
        node,
        settings,
        core,
        List.of(
            core.getBean(AxonServerLink.class).part(),
            Part.required(
                "event-stream", () -> store.follower().isFollowing() ? null : "is not followed")));
  }
}

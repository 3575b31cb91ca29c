package io.beep.app.nodes;

import io.beep.app.axon.Instruments;
import io.beep.app.commandnode.CommandNode;
import io.beep.app.distributed.Node;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.AxonServerStores;
import io.beep.app.distributed.axonserver.DistributedAxon;
import io.beep.app.distributed.axonserver.StoredTypes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;

/** Two nodes that decide, one that answers, and one that sends and asks, on a real Axon Server. */
final class TwoCommandNodes implements AutoCloseable {

  private final Node first = new Node("first");
  private final Node second = new Node("second");
  private final AxonServerLink link;
  private final AxonServerEventStore store;
  private final Configuration asking;
  private final AxonServerLink answeringLink;
  private final Configuration answering;

  TwoCommandNodes(String axonServer) throws IOException {
    CommandNode.start(first, settings(axonServer));
    CommandNode.start(second, settings(axonServer));
    Serializer serializer = StoredTypes.serializer();
    link = AxonServerLink.open(settings(axonServer), "test");
    store = AxonServerStores.stream(link, serializer);
    asking = DistributedAxon.asking(link, serializer);
    asking.start();
    answeringLink = AxonServerLink.open(settings(axonServer), "oracle");
    answering =
        DistributedAxon.answering(
            answeringLink,
            serializer,
            List.of(new Oracle()),
            new Instruments(new SimpleMeterRegistry(), TracerProvider.noop().get("test")));
    answering.start();
  }

  private static Settings settings(String axonServer) throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return new Settings(
          Map.of(
              "BEEP_AXON_SERVER",
              axonServer,
              "BEEP_HEALTH_PORT",
              String.valueOf(free.getLocalPort())));
    }
  }

  CommandBus bus() {
    return asking.commandBus();
  }

  QueryBus queries() {
    return asking.queryBus();
  }

  List<? extends DomainEventMessage<?>> events(String aggregate) {
    return store.readEvents(aggregate).asStream().toList();
  }

  /** The stream as the third node sees it. */
  StreamableMessageSource<TrackedEventMessage<?>> source() {
    return store;
  }

  @Override
  public void close() {
    asking.shutdown();
    link.close();
    answering.shutdown();
    answeringLink.close();
    second.close();
    first.close();
  }
}

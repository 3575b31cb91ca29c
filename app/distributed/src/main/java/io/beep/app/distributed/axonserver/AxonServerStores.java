package io.beep.app.distributed.axonserver;

import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Axon Server's event store in the form that Beep stores. */
public final class AxonServerStores {

  private AxonServerStores() {}

  /** For a node that only follows the stream. */
  public static AxonServerEventStore stream(AxonServerLink link, Serializer serializer) {
    return builder(link, serializer).build();
  }

  static AxonServerEventStore.Builder builder(AxonServerLink link, Serializer serializer) {
    return AxonServerEventStore.builder()
        .configuration(link.configuration())
        .platformConnectionManager(link.connections())
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .upcasterChain(NoOpEventUpcaster.INSTANCE)
        .snapshotFilter(SnapshotFilter.allowAll());
  }
}

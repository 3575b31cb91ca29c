package io.beep.app.distributed.axonserver;

import io.beep.app.axon.StoredNameSerializer;
import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.shared.StoredEvents;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;

/** What stands in Axon Server: the events of Beep, and the receipts of commands. */
public final class StoredTypes {

  private StoredTypes() {}

  public static Serializer serializer() {
    return StoredNameSerializer.of(
        StoredEvents.of(
            Stream.concat(EventCatalog.EVENTS.classes().stream(), Stream.of(CommandReceipted.class))
                .toArray(Class<?>[]::new)));
  }
}

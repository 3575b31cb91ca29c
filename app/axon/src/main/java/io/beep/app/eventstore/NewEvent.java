package io.beep.app.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** An event in its stored form, on its way to the writer. */
record NewEvent(
    DomainEventMessage<?> message,
    String payloadType,
    String revision,
    String payload,
    String metaData) {

  /** Serialises on the caller's thread, so that commands share that work between the cores. */
  static NewEvent of(DomainEventMessage<?> message, Serializer serializer) {
    SerializedObject<String> payload = message.serializePayload(serializer, String.class);
    SerializedObject<String> metaData = message.serializeMetaData(serializer, String.class);
    return new NewEvent(
        message,
        payload.getType().getName(),
        payload.getType().getRevision(),
        payload.getData(),
        metaData.getData());
  }

  Instant timestamp() {
    return message.getTimestamp();
  }

  /** Rough size in memory and on the wire, in characters. */
  int size() {
    return payload.length() + metaData.length();
  }
}

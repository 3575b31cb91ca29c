package io.beep.app.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The events of one command, to be written all or not at all.
 *
 * @param events none where only the receipt is to be kept
 * @param receipt to be kept with them, its position still open; null for a command without a key
 * @param written the position of the last event, once all of them are durable; where there is none,
 *     that of the newest event in the store
 */
record AppendRequest(
    List<NewEvent> events, @Nullable Receipt receipt, CompletableFuture<Long> written) {

  AppendRequest {
    events = List.copyOf(events);
  }

  int size() {
    return events.stream().mapToInt(NewEvent::size).sum();
  }
}

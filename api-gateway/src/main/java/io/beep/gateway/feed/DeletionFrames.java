package io.beep.gateway.feed;

import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionEvent;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.shared.ServerId;
import java.time.Instant;
import java.util.Map;

/** What frames about the end of a server have. */
final class DeletionFrames {

  /** For its members, who see it no more; its owner finds it among the deleted ones for a while. */
  record ServerDeletedData(String type, long position, Instant at, ServerId serverId) {}

  /** For its members, who see it again: load it as if they had just joined. */
  record ServerRestoredData(String type, long position, Instant at, ServerId serverId) {}

  /**
   * For its owner.
   *
   * @param step what is removed now
   * @param done how many things of the step are gone
   * @param total how many there were; 0 before they were counted
   */
  record ServerDeletionProgressData(
      String type,
      long position,
      Instant at,
      ServerId serverId,
      String step,
      long done,
      long total) {}

  /** For its owner: nothing of it is left. */
  record ServerDeletionFinishedData(String type, long position, Instant at, ServerId serverId) {}

  static final Map<String, Class<? extends Record>> DATA =
      Map.of(
          "server.deleted", ServerDeletedData.class,
          "server.restored", ServerRestoredData.class,
          "server.deletion-progress", ServerDeletionProgressData.class,
          "server.deletion-finished", ServerDeletionFinishedData.class);

  private DeletionFrames() {}

  static String type(ServerDeletionEvent event) {
    return switch (event) {
      case ServerDeletionScheduled _ -> "server.deleted";
      case ServerRestored _ -> "server.restored";
      case ServerDeletionStarted _, ServerDeletionAdvanced _ -> "server.deletion-progress";
      case ServerDeletionFinished _ -> "server.deletion-finished";
    };
  }

  /**
   * @param p the position of the event
   */
  static Record data(ServerDeletionEvent event, String type, long p, Instant at) {
    ServerId server = event.serverId();
    return switch (event) {
      case ServerDeletionScheduled _ -> new ServerDeletedData(type, p, at, server);
      case ServerRestored _ -> new ServerRestoredData(type, p, at, server);
      case ServerDeletionStarted _ ->
          new ServerDeletionProgressData(
              type, p, at, server, DeletionStep.values()[0].wireName(), 0, 0);
      case ServerDeletionAdvanced e ->
          new ServerDeletionProgressData(type, p, at, server, e.step(), e.done(), e.total());
      case ServerDeletionFinished _ -> new ServerDeletionFinishedData(type, p, at, server);
    };
  }
}

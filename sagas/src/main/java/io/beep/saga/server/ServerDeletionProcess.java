package io.beep.saga.server;

import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.saga.shared.SagaGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Notes which servers are to go for ever, and when, in one transaction with how far it has read. It
 * causes nothing itself, so that reading all events again does no harm: a deletion that ended long
 * ago is noted, perhaps tried, refused, and forgotten.
 */
@ProcessingGroup(SagaGroups.SERVER_DELETION)
final class ServerDeletionProcess implements ProcessesEvents {

  private final DeletionNotes notes;

  ServerDeletionProcess(DeletionNotes notes) {
    this.notes = notes;
  }

  @EventHandler
  void react(ServerDeletionScheduled event) {
    notes.schedule(event);
  }

  @EventHandler
  void react(ServerRestored event) {
    notes.forget(event.serverId());
  }

  @EventHandler
  void react(ServerDeletionFinished event) {
    notes.forget(event.serverId());
  }
}

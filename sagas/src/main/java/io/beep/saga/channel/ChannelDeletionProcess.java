package io.beep.saga.channel;

import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.saga.shared.SagaGroups;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Notes which channels are to go for ever, and when, in one transaction with how far it has read.
 * It causes nothing itself, so that reading all events again does no harm.
 */
@ProcessingGroup(SagaGroups.CHANNEL_DELETION)
final class ChannelDeletionProcess implements ProcessesEvents {

  private final ChannelNotes notes;

  ChannelDeletionProcess(ChannelNotes notes) {
    this.notes = notes;
  }

  @EventHandler
  void react(ChannelDeleted event) {
    Instant finalAt = event.finalAt();
    if (finalAt != null) {
      notes.schedule(event, finalAt);
    }
  }

  @EventHandler
  void react(ChannelRestored event) {
    notes.forget(event.channelId());
  }

  @EventHandler
  void react(ChannelDeletionFinished event) {
    notes.forget(event.channelId());
  }

  /** What its channels held went with it. */
  @EventHandler
  void react(ServerDeletionFinished event) {
    notes.forgetAllOf(event.serverId());
  }
}

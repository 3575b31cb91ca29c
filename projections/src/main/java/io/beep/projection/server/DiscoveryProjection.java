package io.beep.projection.server;

import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.Batches;
import io.beep.readmodel.server.ServerDocument;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Writes the index of public servers; see {@link DiscoveryIndex}. */
@ProcessingGroup(ProcessingGroups.DISCOVERY)
final class DiscoveryProjection implements ProcessesEvents {

  private final Batches<ServerChange> batches;
  private final DiscoveryIndex index;

  DiscoveryProjection(Batches<ServerChange> batches, DiscoveryIndex index) {
    this.batches = batches;
    this.index = index;
  }

  @EventHandler
  void on(ServerCreated event, TrackingToken token) {
    batches.add(
        new ServerChange.Founded(
            event.serverId().value(),
            position(token),
            new ServerDocument(
                event.serverId().value().toString(),
                event.name(),
                event.description(),
                List.of(),
                0,
                0,
                0,
                isClosed(event.visibility()),
                Map.of())));
  }

  private static boolean isClosed(String visibility) {
    return !visibility.equals(Visibility.PUBLIC.wireName());
  }

  @EventHandler
  void on(ServerVisibilitySet event, TrackingToken token) {
    boolean closed = isClosed(event.visibility());
    change(
        event,
        token,
        it ->
            new ServerDocument(
                it.serverId(),
                it.name(),
                it.description(),
                it.tags(),
                it.members(),
                it.lastActiveDay(),
                it.activity(),
                closed,
                it.days()));
  }

  @EventHandler
  void on(ServerRenamed event, TrackingToken token) {
    change(event, token, it -> with(it, event.name(), it.description(), it.tags(), it.members()));
  }

  @EventHandler
  void on(ServerDescribed event, TrackingToken token) {
    change(event, token, it -> with(it, it.name(), event.description(), it.tags(), it.members()));
  }

  @EventHandler
  void on(ServerTagged event, TrackingToken token) {
    change(event, token, it -> with(it, it.name(), it.description(), event.tags(), it.members()));
  }

  @EventHandler
  void on(ArrivalEvent event, TrackingToken token) {
    change(event, token, it -> withMembers(it, it.members() + 1));
  }

  @EventHandler
  void on(DepartureEvent event, TrackingToken token) {
    if (event.wasMember()) {
      change(event, token, it -> withMembers(it, it.members() - 1));
    }
  }

  @EventHandler
  void on(MessageSent event, @Timestamp Instant when, TrackingToken token) {
    int day = (int) LocalDate.ofInstant(when, ZoneOffset.UTC).toEpochDay();
    batches.add(new ServerChange.Spoken(event.serverId().value(), position(token), day));
  }

  @EventHandler
  void on(ServerDeleted event, TrackingToken token) {
    batches.add(new ServerChange.Gone(event.serverId().value(), position(token)));
  }

  /** Until then it stays in the index, and is found by nobody: its row is out of sight. */
  @EventHandler
  void on(ServerDeletionFinished event, TrackingToken token) {
    batches.add(new ServerChange.Gone(event.serverId().value(), position(token)));
  }

  @ResetHandler
  void reset() {
    index.recreate();
  }

  private void change(
      ServerEvent event, TrackingToken token, UnaryOperator<ServerDocument> change) {
    batches.add(new ServerChange.Changed(event.serverId().value(), position(token), change));
  }

  private static ServerDocument withMembers(ServerDocument it, int members) {
    return with(it, it.name(), it.description(), it.tags(), members);
  }

  private static ServerDocument with(
      ServerDocument it,
      String name,
      @Nullable String description,
      List<String> tags,
      int members) {
    return new ServerDocument(
        it.serverId(),
        name,
        description,
        tags,
        members,
        it.lastActiveDay(),
        it.activity(),
        it.closed(),
        it.days());
  }

  private static long position(TrackingToken token) {
    return token.position().orElseThrow();
  }
}

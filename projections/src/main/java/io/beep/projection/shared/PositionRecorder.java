package io.beep.projection.shared;

import io.beep.coreapi.shared.ProcessesEvents;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Writes down how far its group is, in the transaction of the rows. Sees everything in the stream,
 * also what the group has no other use for and what is no event of the domain, such as a receipt on
 * Axon Server, since readers wait for the places of that too.
 */
abstract sealed class PositionRecorder implements ProcessesEvents
    permits AuditPosition, DirectoryPosition, SearchPosition, TimelinePosition {

  private final String group;
  private final ReadModelWriter writer;

  PositionRecorder(String group, ReadModelWriter writer) {
    this.group = group;
    this.writer = writer;
  }

  @EventHandler
  void on(EventMessage<?> event, TrackingToken token) {
    writer.advance(group, requireOnlySegment(), token.position().orElseThrow());
  }

  @ResetHandler
  void reset() {
    writer.forgetPosition(group);
  }

  /**
   * Axon gives each segment only its own events, so that an idle segment would never say that it is
   * up to date and a busy one would say so for all. A second segment needs a way to show every
   * event to every segment first.
   */
  private int requireOnlySegment() {
    Integer segment =
        CurrentUnitOfWork.get().root().getResource("Processor[" + group + "]/SegmentId");
    if (segment != null && segment != 0) {
      throw new IllegalStateException(
          "group " + group + " must have one segment for its position to be exact");
    }
    return 0;
  }
}

package io.beep.projection.shared;

import io.beep.readmodel.shared.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;

/** How far the group {@code timeline} is. */
@ProcessingGroup(ProcessingGroups.TIMELINE)
public final class TimelinePosition extends PositionRecorder {

  public TimelinePosition(ReadModelWriter writer) {
    super(ProcessingGroups.TIMELINE, writer);
  }
}

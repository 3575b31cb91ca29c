package io.beep.projection.shared;

import io.beep.readmodel.shared.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;

/** How far the group {@code audit} is. */
@ProcessingGroup(ProcessingGroups.AUDIT)
public final class AuditPosition extends PositionRecorder {

  public AuditPosition(ReadModelWriter writer) {
    super(ProcessingGroups.AUDIT, writer);
  }
}

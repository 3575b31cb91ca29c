package io.beep.projection.shared;

import io.beep.readmodel.shared.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;

/** How far the group {@code directory} is. */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class DirectoryPosition extends PositionRecorder {

  public DirectoryPosition(ReadModelWriter writer) {
    super(ProcessingGroups.DIRECTORY, writer);
  }
}

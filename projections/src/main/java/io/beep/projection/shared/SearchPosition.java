package io.beep.projection.shared;

import io.beep.readmodel.shared.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;

/**
 * How far the group {@code search} is. Committed after the documents were taken by the index, which
 * shows them when it refreshes.
 */
@ProcessingGroup(ProcessingGroups.SEARCH)
public final class SearchPosition extends PositionRecorder {

  public SearchPosition(ReadModelWriter writer) {
    super(ProcessingGroups.SEARCH, writer);
  }
}

package io.beep.projection.rebuild;

import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.Handling;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.RebuildTarget;
import io.beep.projection.shared.Subject;
import io.beep.projection.shared.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Projections whose rows are in tables.
 *
 * @param tables all that they write, and nobody else
 * @param subjects what events are about, see {@link Subject}
 * @param position notes how far the group is; only of the one that serves
 */
public record TableGroup(
    String name,
    List<String> tables,
    Function<EventMessage<?>, Subject> subjects,
    Function<ReadModelWriter, List<ProcessesEvents>> projections,
    Function<ReadModelWriter, ProcessesEvents> position)
    implements ProjectionGroup {

  public TableGroup {
    tables = List.copyOf(tables);
  }

  @Override
  public Handling serving(Surroundings in) {
    ReadModelWriter writer = new ReadModelWriter(in, subjects);
    List<ProcessesEvents> handlers = new ArrayList<>(projections.apply(writer));
    handlers.add(position.apply(writer));
    return new Handling(name, handlers, writer.failures());
  }

  @Override
  public RebuildTarget rebuilding(Surroundings in, @Nullable String place) {
    ReadModelWriter writer = new ReadModelWriter(in, subjects);
    return new TableTarget(
        new Handling(name, projections.apply(writer), writer.failures()), tables, in.readModel());
  }
}

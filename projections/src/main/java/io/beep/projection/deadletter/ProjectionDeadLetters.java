package io.beep.projection.deadletter;

import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.shared.DeadLetterTable;
import io.beep.projection.shared.ProjectionGroup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** {@link DeadLetterOffice} on PostgreSQL. */
public final class ProjectionDeadLetters implements DeadLetterOffice {

  private final Map<String, ProjectionGroup> groups = new LinkedHashMap<>();
  private final DataSource readModel;
  private final ReadAgain source;

  /**
   * @param readModel the schema that is read
   * @param source every event from the first on
   */
  public ProjectionDeadLetters(
      Collection<? extends ProjectionGroup> groups,
      DataSource readModel,
      StreamableMessageSource<TrackedEventMessage<?>> source) {
    groups.forEach(group -> this.groups.put(group.name(), group));
    this.readModel = readModel;
    this.source = new ReadAgain(source);
  }

  @Override
  public List<Count> counts() {
    return groups.keySet().stream().map(this::count).toList();
  }

  private Count count(String projection) {
    DeadLetterTable letters = letters(projection);
    long refused = letters.refused();
    return new Count(projection, refused, letters.size() - refused);
  }

  @Override
  public List<DeadLetter> list(String projection, int most) {
    return letters(projection).list(most).stream()
        .map(
            letter ->
                new DeadLetter(
                    projection,
                    letter.position(),
                    letter.subject().path(),
                    letter.cause(),
                    letter.tries(),
                    letter.since()))
        .toList();
  }

  @Override
  public Outcome retry(String projection) {
    return new Retries(group(projection), readModel, source).all();
  }

  @Override
  public boolean discard(String projection, long position) {
    return letters(projection).remove(position);
  }

  private DeadLetterTable letters(String projection) {
    return new DeadLetterTable(readModel, group(projection).name());
  }

  private ProjectionGroup group(String projection) {
    ProjectionGroup group = groups.get(projection);
    if (group == null) {
      throw new IllegalArgumentException(
          "There is no projection " + projection + ", only " + String.join(", ", groups.keySet()));
    }
    return group;
  }
}

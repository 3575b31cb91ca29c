package io.beep.projection.rebuild;

import io.beep.projection.api.ReadModelSchemas;
import io.beep.projection.api.RebuildException;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import io.beep.projection.shared.ProjectionGroup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@link Rebuilds} on PostgreSQL. */
public final class ProjectionRebuilds implements Rebuilds {

  private final Map<String, ProjectionGroup> groups = new LinkedHashMap<>();
  private final DataSource dataSource;
  private final JdbcTemplate serving;
  private final StreamableMessageSource<TrackedEventMessage<?>> source;
  private final Serializer serializer;
  private final ReadModelSchemas schemas;

  /**
   * @param serving the schema that is read
   * @param source every event from the first on
   * @param serializer of the tokens
   */
  public ProjectionRebuilds(
      Collection<? extends ProjectionGroup> groups,
      DataSource serving,
      StreamableMessageSource<TrackedEventMessage<?>> source,
      Serializer serializer,
      ReadModelSchemas schemas) {
    groups.forEach(group -> this.groups.put(group.name(), group));
    this.dataSource = serving;
    this.serving = new JdbcTemplate(serving);
    this.source = source;
    this.serializer = serializer;
    this.schemas = schemas;
  }

  @Override
  public List<String> projections() {
    return List.copyOf(groups.keySet());
  }

  @Override
  public List<String> unfinished() {
    return BuildingSchema.groups(serving);
  }

  @Override
  public void rebuild(String projection, int segments, Consumer<RebuildStep> progress)
      throws InterruptedException {
    if (segments < 1 || segments > MOST_SEGMENTS) {
      throw new RebuildException("There may be 1 to " + MOST_SEGMENTS + " segments.");
    }
    ProjectionRebuild run = run(projection, progress);
    try (RebuildLock lock = RebuildLock.take(dataSource, projection)) {
      run.run(segments);
    }
  }

  @Override
  public void abandon(String projection) {
    ProjectionRebuild run = run(projection, step -> {});
    try (RebuildLock lock = RebuildLock.take(dataSource, projection)) {
      run.abandon();
    }
  }

  private ProjectionRebuild run(String projection, Consumer<RebuildStep> progress) {
    ProjectionGroup group = groups.get(projection);
    if (group == null) {
      throw new RebuildException(
          "There is no projection " + projection + ", only " + String.join(", ", projections()));
    }
    String schema =
        serving.query("select current_schema()", (row, number) -> row.getString(1)).getFirst();
    return new ProjectionRebuild(
        group,
        new BuildingSchema(schema, projection, serving),
        new ServingPosition(schema, projection, serializer),
        source,
        schemas,
        progress);
  }
}

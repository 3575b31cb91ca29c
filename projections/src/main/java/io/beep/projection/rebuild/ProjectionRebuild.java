package io.beep.projection.rebuild;

import io.beep.projection.api.ReadModelSchemas;
import io.beep.projection.api.ReadModelSchemas.OpenSchema;
import io.beep.projection.api.RebuildException;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.shared.DeadLetterTable;
import io.beep.projection.shared.GroupLock;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.RebuildTarget;
import io.beep.projection.shared.SqlStates;
import io.beep.projection.shared.Surroundings;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run of a rebuild: goes on where an earlier one was interrupted, catches up with the group
 * that serves, and takes its place. The group is never stopped; for the swap it waits before its
 * next batch, and writes that into the new tables without knowing.
 */
final class ProjectionRebuild {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionRebuild.class);

  /** So few are handled in some 100 ms, while the group stands still. */
  private static final long NEAR = 1_000;

  /** Batches of the group take up to a second when the machine is busy. */
  private static final String STAND_STILL_LIMIT = "set local lock_timeout = '2s'";

  private static final int SWAP_TRIES = 100;
  private static final long SWAP_PAUSE_MILLIS = 100;
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";

  /** Beside the segments: one reads positions, one swaps. */
  private static final int FURTHER_CONNECTIONS = 2;

  private final ProjectionGroup group;
  private final BuildingSchema schema;
  private final ServingPosition serving;
  private final StreamableMessageSource<TrackedEventMessage<?>> source;
  private final ReadModelSchemas schemas;
  private final Consumer<RebuildStep> progress;

  ProjectionRebuild(
      ProjectionGroup group,
      BuildingSchema schema,
      ServingPosition serving,
      StreamableMessageSource<TrackedEventMessage<?>> source,
      ReadModelSchemas schemas,
      Consumer<RebuildStep> progress) {
    this.group = group;
    this.schema = schema;
    this.serving = serving;
    this.source = source;
    this.schemas = schemas;
    this.progress = progress;
  }

  void run(int segments) throws InterruptedException {
    Optional<BuildingSchema.State> earlier = schema.state();
    if (earlier.isEmpty() || !isResumed(earlier.get())) {
      schema.drop();
      begin(segments);
    }
  }

  private void begin(int segments) throws InterruptedException {
    try (OpenSchema open = schemas.open(schema.name(), segments + FURTHER_CONNECTIONS)) {
      RebuildTarget target = target(open.dataSource(), null);
      target.create();
      schema.begin(new BuildingSchema.State(segments, target.place()));
      new Run(target, open.dataSource(), false).toItsEnd();
    }
  }

  /** False when what was built is no longer there. */
  private boolean isResumed(BuildingSchema.State earlier) throws InterruptedException {
    try (OpenSchema open = schemas.open(schema.name(), earlier.segments() + FURTHER_CONNECTIONS)) {
      RebuildTarget target = target(open.dataSource(), earlier.place());
      if (!target.exists()) {
        return false;
      }
      if (target.isServing()) {
        schema.drop();
        target.tidy();
      } else {
        new Run(target, open.dataSource(), true).toItsEnd();
      }
      return true;
    }
  }

  /** Removes what an interrupted run left. */
  void abandon() {
    Optional<BuildingSchema.State> earlier = schema.state();
    if (earlier.isPresent()) {
      try (OpenSchema open = schemas.open(schema.name(), FURTHER_CONNECTIONS)) {
        RebuildTarget target = target(open.dataSource(), earlier.get().place());
        if (!target.isServing()) {
          target.discard();
        }
      }
    }
    schema.drop();
  }

  private RebuildTarget target(DataSource building, @Nullable String place) {
    return group.rebuilding(
        new Surroundings(building, GroupLock.none(), new DeadLetterTable(building, group.name())),
        place);
  }

  private final class Run {

    private final RebuildTarget target;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final SegmentPositions positions;
    private final Replay replay;
    private final boolean resumed;

    Run(RebuildTarget target, DataSource building, boolean resumed) {
      this.target = target;
      this.jdbc = new JdbcTemplate(building);
      this.transactions = new TransactionTemplate(new DataSourceTransactionManager(building));
      this.positions = new SegmentPositions(jdbc);
      this.replay = new Replay(source, target.handling().invoker(), transactions, positions);
      this.resumed = resumed;
    }

    void toItsEnd() throws InterruptedException {
      catchUp();
      progress.accept(new RebuildStep.Completing(group.name()));
      target.complete();
      for (int failed = 0; failed < SWAP_TRIES; failed++) {
        catchUp();
        if (isSwapped()) {
          target.tidy();
          return;
        }
        TimeUnit.MILLISECONDS.sleep(SWAP_PAUSE_MILLIS);
      }
      throw new RebuildException(
          "All is built, but in "
              + SWAP_TRIES
              + " tries readers did not let go of "
              + group.name()
              + " for a moment. Start it again, it goes on from here.");
    }

    private void catchUp() throws InterruptedException {
      long bound = serving.read(jdbc);
      while (true) {
        long of = bound;
        progress.accept(new RebuildStep.Handling(group.name(), positions.lowest(), of, resumed));
        replay.upTo(
            bound,
            position ->
                progress.accept(new RebuildStep.Handling(group.name(), position, of, resumed)));
        bound = serving.read(jdbc);
        if (bound - positions.lowest() <= NEAR) {
          return;
        }
      }
    }

    /** False when somebody else held on to what it needs; all is then as before. */
    private boolean isSwapped() throws InterruptedException {
      try {
        RebuildStep.Swapped swapped = transactions.execute(transaction -> swap());
        if (swapped != null) {
          progress.accept(swapped);
          return true;
        }
      } catch (DataAccessException e) {
        String state = SqlStates.of(e);
        if (!state.equals(LOCK_NOT_AVAILABLE) && !state.equals(DEADLOCK)) {
          throw e;
        }
        LOG.debug("{} could not be swapped yet", group.name(), e);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return false;
    }

    private RebuildStep.@Nullable Swapped swap() {
      jdbc.execute(STAND_STILL_LIMIT);
      GroupLock.of(group.name()).take(jdbc);
      long began = System.nanoTime();
      long bound = serving.read(jdbc);
      if (bound - positions.lowest() > NEAR || !isCaughtUp(bound)) {
        return null;
      }
      target.swap(jdbc, schema.serving(), schema.name());
      takeDeadLettersAlong();
      schema.dropWithin(jdbc);
      return new RebuildStep.Swapped(
          group.name(), bound, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private boolean isCaughtUp(long bound) {
      try {
        replay.upTo(bound, position -> {});
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /**
     * What the old one could not handle the new one handled or could not either: its count holds.
     */
    private void takeDeadLettersAlong() {
      jdbc.update(
          "delete from %s.dead_letter where processor = ?".formatted(schema.serving()),
          group.name());
      jdbc.execute(
          "insert into %s.dead_letter select * from %s.dead_letter"
              .formatted(schema.serving(), schema.name()));
    }
  }
}

package io.beep.projection.shared;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the rows of one group of projections. Neighbours that share a statement go to the database
 * as one JDBC batch.
 */
public final class ReadModelWriter {

  private static final String POSITION = ReadModelWriter.class.getName() + ".position";

  private static final Write<Position> ADVANCE =
      new Write<>(
          """
          insert into projection_position (processor, segment, position) values (?, ?, ?)
          on conflict (processor, segment) do update set position = excluded.position
          """,
          (statement, position) -> {
            statement.setString(1, position.processor());
            statement.setInt(2, position.segment());
            statement.setLong(3, position.value());
          });

  /**
   * What PostgreSQL says of a row that it will never take: no single row, no such value, a
   * constraint, too large for an index, refused by a trigger. All else, such as a full disk or a
   * missing column, is not the fault of the event.
   */
  private static final Set<String> FAULTS_OF_EVENTS = Set.of("21", "22", "23", "54", "P0");

  private static final String ADVANCE_FROM =
      "update projection_position set position = ? where processor = ? and segment = ?"
          + " and position = ?";

  private final JdbcTemplate jdbc;
  private final Batches<Change<?>> batches;

  /** The last position that this process has committed, by processor and segment. */
  private final Map<String, Long> committed = new ConcurrentHashMap<>();

  public ReadModelWriter(Surroundings in, Function<EventMessage<?>, Subject> subjects) {
    jdbc = new JdbcTemplate(in.readModel());
    batches = new Batches<>(in, subjects, this::send);
  }

  /** Runs the statement for the row when the batch commits. */
  public <R> void write(Write<R> write, R row) {
    batches.add(new Change<>(write, row));
  }

  /** Takes what handlers of the group throw. */
  public ListenerInvocationErrorHandler failures() {
    return batches;
  }

  /** Says up to where in the stream the processor is when the batch has committed. */
  void advance(String processor, int segment, long position) {
    UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
    boolean first = unitOfWork.getResource(POSITION) == null;
    unitOfWork.resources().put(POSITION, new Position(processor, segment, position));
    if (first) {
      unitOfWork.onPrepareCommit(this::advance);
    }
  }

  /**
   * Commits do not wait for the disk, so a database that dies takes the last of them with it, while
   * the processor goes on after them. It would never know, and leave a gap: so each batch asks
   * whether the batch before it is there.
   */
  private void advance(UnitOfWork<?> committing) {
    Batches.requireTransaction();
    Position position = committing.getResource(POSITION);
    String segment = position.processor() + "/" + position.segment();
    committing.onRollback(_ -> committed.remove(segment));
    committing.afterCommit(_ -> committed.put(segment, position.value()));
    Long before = committed.get(segment);
    if (before == null) {
      jdbc.batchUpdate(ADVANCE.sql(), List.of(position), 1, ADVANCE.values());
    } else if (jdbc.update(
            ADVANCE_FROM, position.value(), position.processor(), position.segment(), before)
        == 0) {
      throw new LostCommitException(segment, before);
    }
  }

  /**
   * Empties tables before a replay, in the transaction that resets the tokens.
   *
   * @param tables names, never anything from outside
   */
  public void truncate(String... tables) {
    Batches.requireTransaction();
    jdbc.execute("truncate " + String.join(", ", tables));
  }

  /** Forgets how far a processor is, in the transaction that resets its tokens. */
  void forgetPosition(String processor) {
    Batches.requireTransaction();
    jdbc.update("delete from projection_position where processor = ?", processor);
    committed.keySet().removeIf(segment -> segment.startsWith(processor + "/"));
  }

  private void send(List<Change<?>> changes) {
    jdbc.execute("savepoint changes");
    try {
      runs(changes).forEach(this::send);
    } catch (DataAccessException e) {
      SQLException reason = faultOfAnEvent(e);
      if (reason == null) {
        throw e;
      }
      jdbc.execute("rollback to savepoint changes");
      throw new EventRefusedException(reason);
    }
    jdbc.execute("release savepoint changes");
  }

  private <R> void send(Run<R> run) {
    jdbc.batchUpdate(run.write.sql(), run.rows, run.rows.size(), run.write.values());
  }

  private static List<Run<?>> runs(List<Change<?>> changes) {
    List<Run<?>> runs = new ArrayList<>();
    changes.forEach(change -> add(runs, change));
    return runs;
  }

  private static <R> void add(List<Run<?>> runs, Change<R> change) {
    if (runs.isEmpty() || runs.getLast().write() != change.write()) {
      runs.add(new Run<>(change.write(), new ArrayList<>()));
    }
    @SuppressWarnings("unchecked") // a run with this very statement has its type of rows
    Run<R> run = (Run<R>) runs.getLast();
    run.rows().add(change.row());
  }

  /** Null when the database is at fault. */
  private static @Nullable SQLException faultOfAnEvent(DataAccessException e) {
    String state = SqlStates.of(e);
    return state.length() == 5 && FAULTS_OF_EVENTS.contains(state.substring(0, 2))
        ? SqlStates.root(e)
        : null;
  }

  private record Position(String processor, int segment, long value) {}

  private record Change<R>(Write<R> write, R row) {}

  private record Run<R>(Write<R> write, List<R> rows) {}
}

package io.beep.projection.shared;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what the handlers of one batch of events write, and sends it as JDBC batches just before
 * the batch commits, in the order of the events. Handlers that wrote row by row would be half as
 * fast.
 */
public final class ReadModelWriter {

  private static final String RESOURCE = ReadModelWriter.class.getName();

  private static final Write<Position> POSITION =
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

  private final JdbcTemplate jdbc;

  /**
   * @param readModel its transactions are those of the event processors
   */
  public ReadModelWriter(DataSource readModel) {
    jdbc = new JdbcTemplate(readModel);
  }

  /** Runs the statement for the row when the batch commits. */
  public <R> void write(Write<R> write, R row) {
    batch().add(write, row);
  }

  /** Says up to where in the stream the processor is when the batch has committed. */
  void advance(String processor, int segment, long position) {
    batch().position = new Position(processor, segment, position);
  }

  /**
   * Empties tables before a replay, in the transaction that resets the tokens.
   *
   * @param tables names, never anything from outside
   */
  public void truncate(String... tables) {
    requireTransaction();
    jdbc.execute("truncate " + String.join(", ", tables));
  }

  /** Forgets how far a processor is, in the transaction that resets its tokens. */
  void forgetPosition(String processor) {
    requireTransaction();
    jdbc.update("delete from projection_position where processor = ?", processor);
  }

  private Batch batch() {
    UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
    Batch known = unitOfWork.getResource(RESOURCE);
    if (known != null) {
      return known;
    }
    Batch batch = new Batch();
    unitOfWork.resources().put(RESOURCE, batch);
    unitOfWork.onPrepareCommit(committing -> flush(batch));
    return batch;
  }

  private void flush(Batch batch) {
    requireTransaction();
    // Rows and token are in this one transaction. A crash that loses its last commits loses both,
    // and
    // the events are handled again: waiting for the disk here would protect nothing.
    jdbc.execute("set local synchronous_commit = off");
    batch.runs.forEach(this::send);
    if (batch.position != null) {
      send(new Run<>(POSITION, List.of(batch.position)));
    }
  }

  private <R> void send(Run<R> run) {
    jdbc.batchUpdate(run.write.sql(), run.rows, run.rows.size(), run.write.values());
  }

  /** Without a transaction rows and token could part, and nothing else would tell. */
  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("projections write within the transaction of their token");
    }
  }

  private record Position(String processor, int segment, long value) {}

  private record Run<R>(Write<R> write, List<R> rows) {}

  private static final class Batch {
    private final List<Run<?>> runs = new ArrayList<>();
    private @Nullable Position position;

    <R> void add(Write<R> write, R row) {
      if (runs.isEmpty() || runs.getLast().write() != write) {
        runs.add(new Run<>(write, new ArrayList<>()));
      }
      @SuppressWarnings("unchecked") // a run with this very statement has its type of rows
      Run<R> run = (Run<R>) runs.getLast();
      run.rows().add(row);
    }
  }
}

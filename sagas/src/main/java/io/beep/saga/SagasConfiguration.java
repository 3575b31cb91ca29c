package io.beep.saga;

import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.saga.server.ServerDeletionSaga;
import io.beep.saga.shared.BusCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Every process across aggregates. The product gives a pool on the schema of {@code db/sagas}, in
 * which the processors of {@link io.beep.saga.shared.SagaGroups} also keep their tokens and open
 * their transactions, and runs each group as a processor of one segment.
 *
 * <p>Processes note what is to be done from the first event on, and do it only while they are
 * {@link Running}, for which there must be a bus.
 */
public final class SagasConfiguration {

  private SagasConfiguration() {}

  /** Three: the coordinator and the segment of the processor, and the worker. */
  public static final int CONNECTIONS = 4;

  /** The handlers that note. */
  public static List<ProcessesEvents> handlers(DataSource sagas) {
    return List.of(ServerDeletionSaga.process(sagas));
  }

  /** Begins to do what is noted; ends when it is closed. */
  public static Running start(
      DataSource sagas,
      CommandBus commands,
      Collection<ErasesServers> erasers,
      Clock clock,
      MeterRegistry meters) {
    return new Running(
        ServerDeletionSaga.start(
            sagas,
            new DataSourceTransactionManager(sagas),
            new BusCommands(commands),
            erasers,
            clock,
            meters));
  }

  /** What is done. */
  public record Running(AutoCloseable deletions) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      deletions.close();
    }
  }
}

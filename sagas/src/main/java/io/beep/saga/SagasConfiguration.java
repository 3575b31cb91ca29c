package io.beep.saga;

import io.beep.coreapi.channel.ErasesChannels;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.shared.picture.ShownPictures;
import io.beep.saga.channel.ChannelDeletionSaga;
import io.beep.saga.picture.PictureSweeping;
import io.beep.saga.server.ServerDeletionSaga;
import io.beep.saga.shared.BusCommands;
import io.beep.saga.shared.Commands;
import io.beep.saga.shared.SagaGroups;
import io.beep.saga.shared.Work;
import io.beep.saga.shared.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Every process across aggregates. The product gives a pool on the schema of {@code db/sagas}, in
 * which the processors of {@link SagaGroups} also keep their tokens and open their transactions,
 * and runs each group as a processor of one segment.
 *
 * <p>Processes note what is to be done from the first event on, and do it only while they run, for
 * which there must be a bus.
 */
public final class SagasConfiguration {

  /**
   * Of each process the coordinator, the segment of its processor and its worker; the sweep; one to
   * spare.
   */
  public static final int CONNECTIONS = 8;

  private SagasConfiguration() {}

  /** The handlers that note. */
  public static List<ProcessesEvents> handlers(DataSource sagas) {
    return List.of(ServerDeletionSaga.process(sagas), ChannelDeletionSaga.process(sagas));
  }

  /**
   * What a sweep of pictures needs of the product.
   *
   * @param upToDate whether {@code shown} is behind by less than an hour
   */
  public static PictureSweeping sweeping(
      Pictures pictures, ShownPictures shown, BooleanSupplier upToDate) {
    return new PictureSweeping(pictures, shown, upToDate);
  }

  /** Begins to do what is noted; ends when it is closed. */
  public static Running start(
      DataSource sagas,
      CommandBus commands,
      Collection<ErasesServers> erasers,
      List<ErasesChannels> ofChannels,
      PictureSweeping pictures,
      Clock clock,
      MeterRegistry meters) {
    return new Running(
        List.of(
            Worker.start(
                SagaGroups.SERVER_DELETION,
                serverDeletions(sagas, new BusCommands(commands), erasers, clock),
                meters),
            Worker.start(
                SagaGroups.CHANNEL_DELETION,
                channelDeletions(sagas, new BusCommands(commands), ofChannels, clock),
                meters),
            Worker.start(
                PictureSweeping.NAME,
                pictures.sweep(sagas, new DataSourceTransactionManager(sagas), clock),
                meters)));
  }

  /** Removes deleted channels for ever, a piece whenever it is asked. */
  public static Work channelDeletions(
      DataSource sagas, Commands commands, List<ErasesChannels> erasers, Clock clock) {
    return ChannelDeletionSaga.deletions(
        sagas, new DataSourceTransactionManager(sagas), commands, erasers, clock);
  }

  /** Removes deleted servers for ever, a piece whenever it is asked. */
  public static Work serverDeletions(
      DataSource sagas, Commands commands, Collection<ErasesServers> erasers, Clock clock) {
    return ServerDeletionSaga.deletions(
        sagas, new DataSourceTransactionManager(sagas), commands, erasers, clock);
  }

  /** What is being done. */
  public record Running(List<Worker> workers) implements AutoCloseable {

    public Running {
      workers = List.copyOf(workers);
    }

    @Override
    public void close() {
      workers.forEach(Worker::close);
    }
  }
}

package io.beep.app.standalone;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.beep.app.axon.AxonSetup;
import io.beep.app.axon.CaffeineCache;
import io.beep.app.axon.EventProcessors;
import io.beep.app.axon.Instruments;
import io.beep.app.axon.JdbcTransactions;
import io.beep.app.axon.ProcessorLag;
import io.beep.app.axon.ProcessorLags;
import io.beep.app.axon.ProcessorSettings;
import io.beep.app.axon.ProjectionTokens;
import io.beep.app.axon.StoredNameSerializer;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.app.operations.OperationsConfiguration;
import io.beep.app.operations.presence.StoredStatuses;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.command.CommandSideConfiguration;
import io.beep.command.shared.AccessState;
import io.beep.command.shared.DeletionGrace;
import io.beep.command.shared.Seats;
import io.beep.coreapi.EventCatalog;
import io.beep.coreapi.invitation.RandomInvitationCodes;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.shared.picture.ShownPictures;
import io.beep.gateway.feed.Signals;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.Neighbours;
import io.beep.identity.api.DatabaseWatch;
import io.beep.media.MediaConfiguration;
import io.beep.projection.ProjectionsConfiguration;
import io.beep.projection.ProjectionsConfiguration.ChannelErasers;
import io.beep.projection.ProjectionsConfiguration.ServerErasers;
import io.beep.projection.ProjectionsConfiguration.ServingProjections;
import io.beep.projection.api.ReadModelSchemas;
import io.beep.projection.shared.ByServer;
import io.beep.query.QuerySideConfiguration;
import io.beep.saga.SagasConfiguration;
import io.beep.saga.shared.SagaGroups;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * What all of Beep shares in the standalone product: the event store, the sides that decide,
 * project and answer, and Axon between them. No auto-configuration is at work here.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  ProjectionsConfiguration.class,
  QuerySideConfiguration.class,
  MediaConfiguration.class,
  OperationsConfiguration.class,
  StorageConfiguration.class
})
class CoreConfiguration {

  /** One for the writer, the rest for commands on streams that are in no cache. */
  private static final int EVENT_STORE_CONNECTIONS = 8;

  /** One for each segment of a processor, one for each coordinator, and some to spare. */
  private static final int READ_MODEL_CONNECTIONS = 12;

  /** About 1 KB each. */
  private static final int CACHED_AGGREGATES = 20_000;

  private static final int BATCH = 500;

  /** A picture that is a day old was shown long before, or never. */
  private static final Duration RECENT = Duration.ofHours(1);

  /** The migrations of its tables. */
  private static final String READ_MODEL = "db/read-model";

  private static List<ProcessorSettings> processors(
      ServingProjections projections, ByServer byServer) {
    return projections.groups().stream()
        .map(group -> new ProcessorSettings(group.group(), 1, BATCH, byServer, group.failures()))
        .toList();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Histories are in the order of ids, also over a restart with a clock that was set back. */
  @Bean
  IdGenerator ids(Clock clock, CommandSide commandSide) {
    UuidV7Generator ids = new UuidV7Generator(clock, () -> ThreadLocalRandom.current().nextLong());
    for (String prefix :
        List.of(MessageId.PREFIX, ChannelId.PREFIX, ServerId.PREFIX, UserId.PREFIX)) {
      commandSide
          .store()
          .lastIdentifier(prefix)
          .map(last -> UUID.fromString(last.substring(prefix.length())))
          .ifPresent(ids::continueAfter);
    }
    return ids;
  }

  @Bean
  HikariDataSource eventStoreDataSource(
      DatabaseAddress database, SlowStatements slow, MeterRegistry meters) {
    return measured(
        DatabaseSchema.open(database, "events", "db/event-store", EVENT_STORE_CONNECTIONS, slow),
        meters);
  }

  @Bean
  HikariDataSource readModelDataSource(
      DatabaseAddress database, SlowStatements slow, MeterRegistry meters) {
    return measured(
        DatabaseSchema.open(database, "read_model", READ_MODEL, READ_MODEL_CONNECTIONS, slow),
        meters);
  }

  /** What processes across aggregates know. */
  @Bean
  HikariDataSource sagaDataSource(
      DatabaseAddress database, SlowStatements slow, MeterRegistry meters) {
    return measured(
        DatabaseSchema.open(database, "sagas", "db/sagas", SagasConfiguration.CONNECTIONS, slow),
        meters);
  }

  @Bean
  NewAccounts newAccounts(StandaloneSettings settings) {
    return settings.limits() ? NewAccounts.USUAL : NewAccounts.FREE;
  }

  /** How long what is deleted can be restored; shorter only where nobody lives. */
  @Bean
  DeletionGrace deletionGrace(Environment environment) {
    return new DeletionGrace(
        Duration.parse(
            environment.getProperty("beep.deletion-grace", DeletionGrace.USUAL.time().toString())));
  }

  private static HikariDataSource measured(HikariDataSource pool, MeterRegistry meters) {
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return pool;
  }

  /** Where projections are rebuilt. */
  @Bean
  ReadModelSchemas readModelSchemas(DatabaseAddress database, SlowStatements slow) {
    return (schema, connections) -> {
      HikariDataSource opened =
          DatabaseSchema.open(database, schema, READ_MODEL, connections, slow);
      return new ReadModelSchemas.OpenSchema(opened, opened::close);
    };
  }

  @Bean
  Serializer serializer(Clock clock) {
    // What is in memory and what is stored must tell the same time, and JSON tells milliseconds.
    GenericEventMessage.clock = Clock.tick(clock, Duration.ofMillis(1));
    return StoredNameSerializer.of(EventCatalog.EVENTS);
  }

  @Bean
  CommandSide commandSide(
      @Qualifier("eventStoreDataSource") DataSource dataSource,
      Serializer serializer,
      Clock clock,
      MeterRegistry meters)
      throws SQLException {
    AtomicReference<TailingEventStore> opened = new AtomicReference<>();
    AccessState access = new AccessState(id -> opened.get().committed(id), clock, meters);
    TailingEventStore store =
        TailingEventStore.open(
            dataSource,
            serializer,
            NoOpEventUpcaster.INSTANCE,
            aggregate -> false,
            AxonSetup.receipts(serializer),
            List.of(access::onCommitted),
            meters);
    opened.set(store);
    return new CommandSide(store, access);
  }

  /** The store, and the state that follows every commit to it. */
  record CommandSide(TailingEventStore store, AccessState access) {}

  @Bean(destroyMethod = "close")
  TailingEventStore eventStore(CommandSide commandSide) {
    return commandSide.store();
  }

  @Bean(destroyMethod = "close")
  ExecutorService commandThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("command-", 0).factory());
  }

  @Bean(initMethod = "start", destroyMethod = "shutdown")
  org.axonframework.config.Configuration axon(
      CommandSide commandSide,
      Serializer serializer,
      IdGenerator ids,
      Clock clock,
      @Qualifier("commandThreads") ExecutorService commandThreads,
      @Qualifier("readModelDataSource") DataSource readModel,
      @Qualifier("sagaDataSource") DataSource sagas,
      DeletionGrace deletionGrace,
      StandaloneSettings settings,
      List<AnswersQueries> queryHandlers,
      ServingProjections projections,
      ByServer byServer,
      Instruments instruments) {
    return AxonSetup.configure(
        new AxonSetup.Parts(
            commandSide.store(),
            serializer,
            commandThreads,
            configurer -> {
              CommandSideConfiguration.register(
                  configurer,
                  commandSide.access(),
                  ids,
                  new RandomInvitationCodes(new SecureRandom()),
                  clock,
                  commandSide.store()::committed,
                  new CaffeineCache(CACHED_AGGREGATES));
              configurer.registerComponent(DeletionGrace.class, configuration -> deletionGrace);
              if (!settings.limits()) {
                configurer.registerComponent(Seats.class, configuration -> Seats.UNLIMITED);
                configurer.registerComponent(NewAccounts.class, configuration -> NewAccounts.FREE);
              }
            },
            queryHandlers,
            projections.handlers(),
            processors(projections, byServer),
            ProjectionTokens.in(readModel, serializer),
            new JdbcTransactions(new DataSourceTransactionManager(readModel)),
            List.of(processes(commandSide, serializer, sagas, byServer, instruments)),
            instruments));
  }

  private static EventProcessors processes(
      CommandSide commandSide,
      Serializer serializer,
      DataSource sagas,
      ByServer byServer,
      Instruments instruments) {
    return new EventProcessors(
        commandSide.store(),
        SagasConfiguration.handlers(sagas),
        SagaGroups.ALL.stream()
            .map(group -> new ProcessorSettings(group, 1, BATCH, byServer))
            .toList(),
        ProjectionTokens.in(sagas, serializer),
        new JdbcTransactions(new DataSourceTransactionManager(sagas)),
        instruments);
  }

  @Bean(destroyMethod = "close")
  SagasConfiguration.Running sagas(
      @Qualifier("sagaDataSource") DataSource sagas,
      CommandBus commandBus,
      ServerErasers erasers,
      ChannelErasers channelErasers,
      Pictures pictures,
      ShownPictures shown,
      ProcessorLags lags,
      Clock clock,
      MeterRegistry meters) {
    return SagasConfiguration.start(
        sagas,
        commandBus,
        erasers.all(),
        channelErasers.all(),
        SagasConfiguration.sweeping(
            pictures,
            shown,
            () ->
                ProcessorLag.isRecent(
                    lags.read(), ProjectionsConfiguration.KNOWS_PICTURES, RECENT)),
        clock,
        meters);
  }

  @Bean
  ProcessorLags processorLags(
      org.axonframework.config.Configuration axon,
      CommandSide commandSide,
      ServingProjections projections,
      ByServer byServer,
      Clock clock) {
    return ProcessorLags.of(axon, processors(projections, byServer), commandSide.store(), clock);
  }

  @Bean
  DatabaseWatch databaseWatch(SlowStatements slow) {
    return dataSource -> slow.watch(dataSource, "identity");
  }

  /** One node is all there is. */
  @Bean
  Signals signals() {
    return Signals.inProcess();
  }

  @Bean
  Neighbours neighbours() {
    return Neighbours.none();
  }

  @Bean
  HikariDataSource statusDataSource(
      DatabaseAddress database, SlowStatements slow, MeterRegistry meters) {
    return measured(
        DatabaseSchema.open(
            database,
            StoredStatuses.SCHEMA,
            StoredStatuses.MIGRATIONS,
            StoredStatuses.CONNECTIONS,
            slow),
        meters);
  }

  @Bean
  ChosenStatuses chosenStatuses(@Qualifier("statusDataSource") DataSource statuses) {
    return new StoredStatuses(statuses);
  }

  @Bean
  CommandBus commandBus(org.axonframework.config.Configuration axon) {
    return axon.commandBus();
  }

  @Bean
  QueryBus queryBus(org.axonframework.config.Configuration axon) {
    return axon.queryBus();
  }
}

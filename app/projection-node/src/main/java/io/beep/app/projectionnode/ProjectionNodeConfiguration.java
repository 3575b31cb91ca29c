package io.beep.app.projectionnode;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.beep.app.axon.EventProcessors;
import io.beep.app.axon.Instruments;
import io.beep.app.axon.JdbcTransactions;
import io.beep.app.axon.ProcessorLag;
import io.beep.app.axon.ProcessorSettings;
import io.beep.app.axon.ProjectionTokens;
import io.beep.app.distributed.Databases;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.DistributedAxon;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.shared.picture.ShownPictures;
import io.beep.projection.ProjectionsConfiguration;
import io.beep.projection.ProjectionsConfiguration.ChannelErasers;
import io.beep.projection.ProjectionsConfiguration.ServerErasers;
import io.beep.projection.ProjectionsConfiguration.ServingProjections;
import io.beep.projection.shared.ByServer;
import io.beep.projection.shared.Handling;
import io.beep.saga.SagasConfiguration;
import io.beep.saga.shared.SagaGroups;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The projections, over Axon Server. */
@Configuration(proxyBeanMethods = false)
@Import(ProjectionCoreConfiguration.class)
class ProjectionNodeConfiguration {

  private static final int BATCH = 500;

  /** Nodes share the segments; one is enough for what one database takes. */
  private static final int SEGMENTS = 1;

  /** A picture that is a day old was shown long before, or never. */
  private static final Duration RECENT = Duration.ofHours(1);

  @Bean
  StoredLags lags(
      @Qualifier("readModelDataSource") DataSource readModel,
      Serializer serializer,
      AxonServerLink link,
      AxonServerEventStore eventStream,
      ServingProjections projections,
      Clock clock) {
    return new StoredLags(
        readModel,
        serializer,
        link::head,
        eventStream,
        projections.groups().stream().map(Handling::group).toList(),
        SEGMENTS,
        clock);
  }

  @Bean(initMethod = "start", destroyMethod = "shutdown")
  org.axonframework.config.Configuration axon(
      AxonServerLink link,
      AxonServerEventStore eventStream,
      Serializer serializer,
      @Qualifier("readModelDataSource") DataSource readModel,
      @Qualifier("sagaDataSource") DataSource sagas,
      ServingProjections projections,
      ByServer byServer,
      Instruments instruments) {
    EventProcessors projecting =
        new EventProcessors(
            eventStream,
            projections.handlers(),
            projections.groups().stream()
                .map(
                    group ->
                        new ProcessorSettings(
                            group.group(), SEGMENTS, BATCH, byServer, group.failures()))
                .toList(),
            tokens(readModel, serializer),
            new JdbcTransactions(new DataSourceTransactionManager(readModel)),
            instruments);
    EventProcessors noting =
        new EventProcessors(
            eventStream,
            SagasConfiguration.handlers(sagas),
            SagaGroups.ALL.stream()
                .map(group -> new ProcessorSettings(group, 1, BATCH, byServer))
                .toList(),
            tokens(sagas, serializer),
            new JdbcTransactions(new DataSourceTransactionManager(sagas)),
            instruments);
    return DistributedAxon.projecting(link, serializer, List.of(projecting, noting));
  }

  private static TokenStore tokens(DataSource dataSource, Serializer serializer) {
    return ProjectionTokens.builder(dataSource, serializer)
        .claimTimeout(Duration.ofMillis(DistributedAxon.CLAIM_TIMEOUT_MILLIS))
        .build();
  }

  /** What processes across aggregates know. */
  @Bean
  HikariDataSource sagaDataSource(Settings settings, SlowStatements slow, MeterRegistry meters) {
    HikariDataSource pool =
        Databases.of(settings).open("sagas", "db/sagas", SagasConfiguration.CONNECTIONS, slow);
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return pool;
  }

  /** Beside the projections, whose rows and documents it removes. */
  @Bean(destroyMethod = "close")
  SagasConfiguration.Running sagas(
      @Qualifier("sagaDataSource") DataSource sagas,
      org.axonframework.config.Configuration axon,
      ServerErasers erasers,
      ChannelErasers channelErasers,
      Pictures pictures,
      ShownPictures shown,
      StoredLags lags,
      Clock clock,
      MeterRegistry meters) {
    return SagasConfiguration.start(
        sagas,
        axon.commandBus(),
        erasers.all(),
        channelErasers.all(),
        SagasConfiguration.sweeping(
            pictures,
            shown,
            () ->
                ProcessorLag.isRecent(lags.get(), ProjectionsConfiguration.KNOWS_PICTURES, RECENT)),
        clock,
        meters);
  }
}

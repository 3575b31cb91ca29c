package io.beep.app.projectionnode;

import io.beep.app.axon.EventProcessors;
import io.beep.app.axon.Instruments;
import io.beep.app.axon.JdbcTransactions;
import io.beep.app.axon.ProcessorSettings;
import io.beep.app.axon.ProjectionTokens;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.DistributedAxon;
import io.beep.projection.ProjectionsConfiguration.ServingProjections;
import io.beep.projection.shared.ByServer;
import io.beep.projection.shared.Handling;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
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
      AxonServerEventStore eventStream,
      Serializer serializer,
      @Qualifier("readModelDataSource") DataSource readModel,
      ServingProjections projections,
      ByServer byServer,
      Instruments instruments) {
    return DistributedAxon.projecting(
        serializer,
        new EventProcessors(
            eventStream,
            projections.handlers(),
            projections.groups().stream()
                .map(
                    group ->
                        new ProcessorSettings(
                            group.group(), SEGMENTS, BATCH, byServer, group.failures()))
                .toList(),
            ProjectionTokens.builder(readModel, serializer)
                .claimTimeout(Duration.ofMillis(DistributedAxon.CLAIM_TIMEOUT_MILLIS))
                .build(),
            new JdbcTransactions(new DataSourceTransactionManager(readModel)),
            instruments));
  }
}

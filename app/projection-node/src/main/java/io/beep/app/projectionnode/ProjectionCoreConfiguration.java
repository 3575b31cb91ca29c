package io.beep.app.projectionnode;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.beep.app.distributed.Databases;
import io.beep.app.distributed.FileStore;
import io.beep.app.distributed.SearchAddress;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.AxonServerStores;
import io.beep.app.distributed.axonserver.StoredTypes;
import io.beep.app.operations.OperationsConfiguration;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.projection.ProjectionsConfiguration;
import io.beep.projection.api.ReadModelSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.serialization.Serializer;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the projections need, over Axon Server, whether they run here or are looked after. */
@Configuration(proxyBeanMethods = false)
@Import({ProjectionsConfiguration.class, OperationsConfiguration.class})
class ProjectionCoreConfiguration {

  /** One for each segment of a processor, one for each coordinator, and some to spare. */
  private static final int READ_MODEL_CONNECTIONS = 12;

  private static final String MIGRATIONS = "db/read-model";

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Serializer serializer() {
    return StoredTypes.serializer();
  }

  @Bean
  HikariDataSource readModelDataSource(
      Settings settings, SlowStatements slow, MeterRegistry meters) {
    HikariDataSource pool =
        Databases.of(settings).open("read_model", MIGRATIONS, READ_MODEL_CONNECTIONS, slow);
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return pool;
  }

  /** The schema that is read; rebuilds have others. */
  static DataSource readModel(ApplicationContext core) {
    return core.getBean("readModelDataSource", DataSource.class);
  }

  /** Where projections are rebuilt. */
  @Bean
  ReadModelSchemas readModelSchemas(Settings settings, SlowStatements slow) {
    Databases database = Databases.of(settings);
    return (schema, connections) -> {
      HikariDataSource opened = database.open(schema, MIGRATIONS, connections, slow);
      return new ReadModelSchemas.OpenSchema(opened, opened::close);
    };
  }

  /** Of servers that are deleted. */
  @Bean
  Pictures pictures(Settings settings) {
    return FileStore.pictures(settings);
  }

  @Bean(destroyMethod = "close")
  OpenSearchTransport searchTransport(Settings settings) {
    return SearchAddress.transport(settings);
  }

  @Bean
  OpenSearchClient searchClient(OpenSearchTransport transport) {
    return new OpenSearchClient(transport);
  }

  @Bean(destroyMethod = "close")
  AxonServerLink axonServer(Settings settings) {
    return AxonServerLink.open(settings, "projection");
  }

  @Bean
  AxonServerEventStore eventStream(AxonServerLink link, Serializer serializer) {
    return AxonServerStores.stream(link, serializer);
  }
}

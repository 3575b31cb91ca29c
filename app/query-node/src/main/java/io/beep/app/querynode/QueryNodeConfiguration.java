package io.beep.app.querynode;

import io.beep.app.axon.Instruments;
import io.beep.app.distributed.Databases;
import io.beep.app.distributed.SearchAddress;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.DistributedAxon;
import io.beep.app.distributed.axonserver.StoredTypes;
import io.beep.app.operations.OperationsConfiguration;
import io.beep.app.operations.metrics.R2dbcPoolMeters;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.query.QuerySideConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import java.time.Clock;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The side that answers, over Axon Server. */
@Configuration(proxyBeanMethods = false)
@Import({QuerySideConfiguration.class, OperationsConfiguration.class})
class QueryNodeConfiguration {

  /** Two cores serve no more at once. */
  private static final int READING_CONNECTIONS = 12;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  NewAccounts newAccounts(Settings settings) {
    return settings.isOn("BEEP_LIMITS", true) ? NewAccounts.USUAL : NewAccounts.FREE;
  }

  @Bean
  Serializer serializer() {
    return StoredTypes.serializer();
  }

  @Bean(destroyMethod = "dispose")
  ConnectionPool readModelConnectionFactory(
      Settings settings, SlowStatements slow, MeterRegistry meters) {
    ConnectionPool pool = Databases.of(settings).reading("read_model", READING_CONNECTIONS, slow);
    R2dbcPoolMeters.bind(pool, "read_model", meters);
    return pool;
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
    return AxonServerLink.open(settings, "query");
  }

  @Bean(initMethod = "start", destroyMethod = "shutdown")
  org.axonframework.config.Configuration axon(
      AxonServerLink link,
      Serializer serializer,
      List<AnswersQueries> queryHandlers,
      Instruments instruments) {
    return DistributedAxon.answering(link, serializer, queryHandlers, instruments);
  }
}

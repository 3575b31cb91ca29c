package io.beep.app.standalone;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.media.ObjectStoreAddress;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The servers that Beep brings along, and the ways to them that only reading takes. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  /** Two cores serve no more at once. */
  private static final int READING_CONNECTIONS = 12;

  private static final Duration ACQUIRE = Duration.ofSeconds(2);
  private static final Duration STATEMENT = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofMinutes(5);

  private static final int SEARCH_CONNECT_SECONDS = 2;
  private static final int SEARCH_ANSWER_SECONDS = 10;

  @Bean(destroyMethod = "close")
  Children children(StandaloneSettings settings) throws IOException, InterruptedException {
    return Children.start(settings);
  }

  @Bean
  DatabaseAddress databaseAddress(Children children) {
    return children.database();
  }

  @Bean
  ObjectStoreAddress objectStoreAddress(Children children) {
    return children.objectStore();
  }

  @Bean(destroyMethod = "dispose")
  ConnectionPool readModelConnectionFactory(DatabaseAddress database, SlowStatements slow) {
    ConnectionFactory factory =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.user())
                .password(database.password())
                .schema("read_model")
                .connectTimeout(ACQUIRE)
                .statementTimeout(STATEMENT)
                .build());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(slow.watch(factory, "read_model"))
            .maxSize(READING_CONNECTIONS)
            .initialSize(2)
            .maxAcquireTime(ACQUIRE)
            .maxIdleTime(IDLE)
            // Whether the socket is open; a query would be a second way for each read.
            .validationDepth(ValidationDepth.LOCAL)
            .build());
  }

  @Bean(destroyMethod = "close")
  OpenSearchTransport searchTransport(Children children) {
    URI url = children.search().url();
    return ApacheHttpClient5TransportBuilder.builder(
            new HttpHost(url.getScheme(), url.getHost(), url.getPort()))
        .setMapper(
            new JacksonJsonpMapper(
                new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)))
        .setConnectionConfigCallback(
            config -> config.setConnectTimeout(Timeout.ofSeconds(SEARCH_CONNECT_SECONDS)))
        .setRequestConfigCallback(
            config -> config.setResponseTimeout(Timeout.ofSeconds(SEARCH_ANSWER_SECONDS)))
        .build();
  }

  @Bean
  OpenSearchClient searchClient(OpenSearchTransport transport) {
    return new OpenSearchClient(transport);
  }
}

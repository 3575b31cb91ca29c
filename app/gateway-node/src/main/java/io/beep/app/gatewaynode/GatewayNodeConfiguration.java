package io.beep.app.gatewaynode;

import com.zaxxer.hikari.HikariDataSource;
import io.beep.app.distributed.Databases;
import io.beep.app.distributed.FileStore;
import io.beep.app.distributed.InternalSecret;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.AxonServerStores;
import io.beep.app.distributed.axonserver.DistributedAxon;
import io.beep.app.distributed.axonserver.StoredTypes;
import io.beep.app.operations.OperationsConfiguration;
import io.beep.app.operations.health.FilesCheck;
import io.beep.app.operations.health.GatewayHealth;
import io.beep.app.operations.health.HealthMonitor;
import io.beep.app.operations.health.HttpCheck;
import io.beep.app.operations.health.Part;
import io.beep.app.operations.presence.StoredStatuses;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.gateway.feed.Signals;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.Neighbours;
import io.beep.gateway.shared.health.NodeHealth;
import io.beep.identity.RevocationsConfiguration;
import io.beep.identity.api.Registrations;
import io.beep.identity.api.Revocations;
import io.beep.media.MediaConfiguration;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the gateway needs of the rest of Beep. */
@Configuration(proxyBeanMethods = false)
@Import(OperationsConfiguration.class)
class GatewayNodeConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  IdGenerator ids(Clock clock) {
    return new UuidV7Generator(clock, () -> ThreadLocalRandom.current().nextLong());
  }

  @Bean
  Serializer serializer() {
    return StoredTypes.serializer();
  }

  @Bean(destroyMethod = "close")
  AxonServerLink axonServer(Settings settings) {
    return AxonServerLink.open(settings, "gateway");
  }

  /** Only followed here. */
  @Bean
  AxonServerEventStore eventStore(AxonServerLink link, Serializer serializer) {
    return AxonServerStores.stream(link, serializer);
  }

  @Bean(initMethod = "start", destroyMethod = "shutdown")
  org.axonframework.config.Configuration axon(AxonServerLink link, Serializer serializer) {
    return DistributedAxon.asking(link, serializer);
  }

  @Bean
  CommandBus commandBus(org.axonframework.config.Configuration axon) {
    return axon.commandBus();
  }

  @Bean
  QueryBus queryBus(org.axonframework.config.Configuration axon) {
    return axon.queryBus();
  }

  @Bean(destroyMethod = "close")
  Signals signals(Settings settings) {
    Databases database = Databases.of(settings);
    return PostgresSignals.start(database.jdbcUrl(), database.user(), database.password());
  }

  @Bean
  HikariDataSource statusDataSource(Settings settings, SlowStatements slow) {
    return Databases.of(settings)
        .open(StoredStatuses.SCHEMA, StoredStatuses.MIGRATIONS, StoredStatuses.CONNECTIONS, slow);
  }

  @Bean
  ChosenStatuses chosenStatuses(@Qualifier("statusDataSource") HikariDataSource statuses) {
    return new StoredStatuses(statuses);
  }

  @Bean
  HikariDataSource presenceDataSource(Settings settings, SlowStatements slow) {
    return Databases.of(settings)
        .open(
            PostgresNeighbours.SCHEMA,
            PostgresNeighbours.MIGRATIONS,
            PostgresNeighbours.CONNECTIONS,
            slow);
  }

  @Bean(destroyMethod = "close")
  Neighbours neighbours(@Qualifier("presenceDataSource") HikariDataSource presence) {
    return PostgresNeighbours.start(presence, PostgresNeighbours.LEASE);
  }

  @Bean(destroyMethod = "close")
  Revocations revocations(Settings settings, Clock clock) {
    Databases database = Databases.of(settings);
    return RevocationsConfiguration.follow(
        database.jdbcUrl(), database.user(), database.password(), clock);
  }

  @Bean(destroyMethod = "close")
  Registrations registrations(Settings settings) {
    return new RemoteRegistrations(
        settings.url("BEEP_IDENTITY_INTERNAL_URL"), InternalSecret.of(settings));
  }

  @Bean(destroyMethod = "close")
  HttpCheck identityCheck(Settings settings) {
    return new HttpCheck(URI.create(settings.url("BEEP_IDENTITY_URL") + "/oauth2/jwks"));
  }

  @Bean
  Pictures pictures(Settings settings) {
    return FileStore.pictures(settings);
  }

  @Bean(destroyMethod = "close")
  HealthMonitor healthMonitor(
      AxonServerLink link, HttpCheck identity, Settings settings, Clock clock) {
    List<Part> parts = new ArrayList<>();
    parts.add(link.part());
    parts.add(Part.required("identity", identity));
    FileStore.of(settings)
        .ifPresent(
            address ->
                parts.add(
                    Part.optional(
                        "files", new FilesCheck(() -> MediaConfiguration.open(address)))));
    return HealthMonitor.start(parts, clock);
  }

  @Bean
  NodeHealth nodeHealth(HealthMonitor monitor) {
    return new GatewayHealth(monitor);
  }
}

package io.beep.app.identitynode;

import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.DistributedAxon;
import io.beep.app.distributed.axonserver.StoredTypes;
import io.beep.app.operations.OperationsConfiguration;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.identity.api.DatabaseWatch;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What identity needs of the rest of Beep: somewhere to send commands. */
@Configuration(proxyBeanMethods = false)
@Import(OperationsConfiguration.class)
class IdentityNodeConfiguration {

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

  @Bean
  DatabaseWatch databaseWatch(SlowStatements slow) {
    return dataSource -> slow.watch(dataSource, "identity");
  }

  @Bean(destroyMethod = "close")
  AxonServerLink axonServer(Settings settings) {
    return AxonServerLink.open(settings, "identity");
  }

  @Bean(initMethod = "start", destroyMethod = "shutdown")
  org.axonframework.config.Configuration axon(AxonServerLink link, Serializer serializer) {
    return DistributedAxon.asking(link, serializer);
  }

  @Bean
  CommandBus commandBus(org.axonframework.config.Configuration axon) {
    return axon.commandBus();
  }
}

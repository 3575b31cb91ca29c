package io.beep.app.commandnode;

import io.beep.app.axon.Instruments;
import io.beep.app.distributed.Settings;
import io.beep.app.distributed.axonserver.AxonServerLink;
import io.beep.app.distributed.axonserver.DistributedAxon;
import io.beep.app.distributed.axonserver.ReceiptingEventStore;
import io.beep.app.distributed.axonserver.StoredTypes;
import io.beep.app.operations.OperationsConfiguration;
import io.beep.command.CommandSideConfiguration;
import io.beep.command.shared.AccessState;
import io.beep.command.shared.DeletionGrace;
import io.beep.command.shared.Seats;
import io.beep.coreapi.invitation.RandomInvitationCodes;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UuidV7Generator;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.caching.NoCache;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The side that decides, over Axon Server. */
@Configuration(proxyBeanMethods = false)
@Import(OperationsConfiguration.class)
class CommandNodeConfiguration {

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
    return AxonServerLink.open(settings, "command");
  }

  @Bean
  CommandSide commandSide(
      AxonServerLink link, Serializer serializer, Clock clock, MeterRegistry meters) {
    AtomicReference<ReceiptingEventStore> opened = new AtomicReference<>();
    AccessState access = new AccessState(id -> opened.get().committed(id), clock, meters);
    ReceiptingEventStore store =
        ReceiptingEventStore.open(link, serializer, clock, access::onCommitted);
    opened.set(store);
    return new CommandSide(store, access);
  }

  /** The store, and the state that follows every commit to it, of any node. */
  record CommandSide(ReceiptingEventStore store, AccessState access) {}

  @Bean(destroyMethod = "close")
  ReceiptingEventStore eventStore(CommandSide commandSide) {
    return commandSide.store();
  }

  @Bean(destroyMethod = "close")
  ExecutorService commandThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("command-", 0).factory());
  }

  @Bean(initMethod = "start", destroyMethod = "shutdown")
  org.axonframework.config.Configuration axon(
      AxonServerLink link,
      Serializer serializer,
      CommandSide commandSide,
      ExecutorService commandThreads,
      IdGenerator ids,
      Clock clock,
      Settings settings,
      Instruments instruments) {
    DeletionGrace grace =
        new DeletionGrace(
            Duration.parse(
                settings.text("BEEP_DELETION_GRACE", DeletionGrace.USUAL.time().toString())));
    return DistributedAxon.deciding(
        link,
        serializer,
        commandSide.store(),
        commandThreads,
        instruments,
        configurer -> {
          CommandSideConfiguration.register(
              configurer,
              commandSide.access(),
              ids,
              new RandomInvitationCodes(new SecureRandom()),
              clock,
              commandSide.store()::committed,
              // Another node may change an aggregate at any time; streams are short.
              NoCache.INSTANCE);
          configurer.registerComponent(DeletionGrace.class, c -> grace);
          if (!settings.isOn("BEEP_LIMITS", true)) {
            configurer.registerComponent(Seats.class, c -> Seats.UNLIMITED);
            configurer.registerComponent(NewAccounts.class, c -> NewAccounts.FREE);
          }
        });
  }
}

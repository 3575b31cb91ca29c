package io.beep.app.axon;

import io.beep.app.eventstore.TailingEventStore;
import io.beep.coreapi.shared.ProcessesEvents;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;

/**
 * Puts Axon together out of parts, one by one. Nothing is found by itself: what is not named here
 * is not there, and no default can slip in unseen.
 */
public final class AxonSetup {

  private AxonSetup() {}

  /**
   * @param commandThreads runs each command; a thread may wait for a commit
   * @param aggregates registers aggregates and command handlers, and the resources that those take
   *     as arguments
   * @param queryHandlers beans with query handlers
   * @param eventHandlers beans with event handlers, each of a processing group that has settings
   * @param tokens holds how far each group is, in the same transaction as what the group wrote
   * @param processes the processors of processes, which keep what they know elsewhere
   */
  public record Parts(
      TailingEventStore eventStore,
      Serializer serializer,
      ExecutorService commandThreads,
      Consumer<Configurer> aggregates,
      Collection<?> queryHandlers,
      Collection<? extends ProcessesEvents> eventHandlers,
      List<ProcessorSettings> processors,
      TokenStore tokens,
      JdbcTransactions projectionTransactions,
      Collection<EventProcessors> processes,
      Instruments instruments) {}

  /** A configuration that is ready to start. */
  public static Configuration configure(Parts parts) {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(configuration -> parts.serializer())
            .configureEventSerializer(configuration -> parts.serializer())
            .configureMessageSerializer(configuration -> parts.serializer())
            .configureEventStore(configuration -> parts.eventStore())
            .configureCommandBus(configuration -> commandBus(parts))
            .configureQueryBus(configuration -> queryBus(parts.instruments()))
            .configureCorrelationDataProviders(configuration -> List.of(Instruments.correlation()));
    parts.aggregates().accept(configurer);
    parts.queryHandlers().forEach(bean -> configurer.registerQueryHandler(c -> bean));
    new EventProcessors(
            parts.eventStore(),
            parts.eventHandlers(),
            parts.processors(),
            parts.tokens(),
            parts.projectionTransactions(),
            parts.instruments())
        .register(configurer.eventProcessing());
    parts.processes().forEach(some -> some.register(configurer.eventProcessing()));
    return configurer.buildConfiguration();
  }

  /** What the store asks for the receipt of the command that runs. */
  public static io.beep.app.eventstore.PendingReceipts receipts(Serializer serializer) {
    return new CommandReceipts(serializer);
  }

  private static VirtualThreadCommandBus commandBus(Parts parts) {
    VirtualThreadCommandBus bus =
        new VirtualThreadCommandBus(
            parts.commandThreads(), parts.eventStore(), new CommandReceipts(parts.serializer()));
    parts.instruments().ofCommands().forEach(bus::registerHandlerInterceptor);
    return bus;
  }

  private static SimpleQueryBus queryBus(Instruments instruments) {
    SimpleQueryBus bus = SimpleQueryBus.builder().build();
    instruments.ofQueries().forEach(bus::registerHandlerInterceptor);
    bus.registerHandlerInterceptor(new QueryRefusals());
    return bus;
  }
}

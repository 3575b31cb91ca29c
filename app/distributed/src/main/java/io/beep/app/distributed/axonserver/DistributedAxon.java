package io.beep.app.distributed.axonserver;

import io.beep.app.axon.EventProcessors;
import io.beep.app.axon.Instruments;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.Serializer;

/**
 * Puts Axon together for each kind of node. Nothing is found by itself: what is not named here is
 * not there.
 */
public final class DistributedAxon {

  /** A projection node that is gone is missed for this long; then another takes its segments. */
  private static final int CLAIM_INTERVAL_MILLIS = 1_000;

  /** How long a silent owner keeps its tokens. */
  public static final int CLAIM_TIMEOUT_MILLIS = 5_000;

  private static final int CLAIM_EXTENSION_MILLIS = 1_500;

  private DistributedAxon() {}

  /**
   * A node that decides.
   *
   * @param threads runs each command; a thread may wait for an append
   * @param aggregates registers aggregates and command handlers, and the resources that those take
   *     as arguments
   */
  public static Configuration deciding(
      AxonServerLink link,
      Serializer serializer,
      ReceiptingEventStore store,
      ExecutorService threads,
      Instruments instruments,
      Consumer<Configurer> aggregates) {
    Configurer configurer =
        base(serializer)
            .configureEventStore(c -> store)
            .configureCommandBus(
                c ->
                    RemoteBuses.commands(
                        link, serializer, new FollowingCommandBus(threads, store, instruments)))
            .configureCorrelationDataProviders(c -> List.of(Instruments.correlation()));
    aggregates.accept(configurer);
    return configurer.buildConfiguration();
  }

  /**
   * A node that projects, and runs the processes, which send commands; several share the segments
   * of each processor.
   */
  public static Configuration projecting(
      AxonServerLink link, Serializer serializer, Collection<EventProcessors> processors) {
    Configurer configurer =
        base(serializer).configureCommandBus(c -> RemoteBuses.commands(link, serializer));
    processors.forEach(
        some ->
            some.register(
                configurer.eventProcessing(),
                builder ->
                    builder
                        .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                        .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)));
    return configurer.buildConfiguration();
  }

  /**
   * A node that answers.
   *
   * @param queryHandlers beans with query handlers
   */
  public static Configuration answering(
      AxonServerLink link,
      Serializer serializer,
      Collection<?> queryHandlers,
      Instruments instruments) {
    Configurer configurer =
        base(serializer)
            .configureQueryBus(
                c -> RemoteBuses.queries(link, serializer, new AnsweringQueryBus(instruments)));
    queryHandlers.forEach(bean -> configurer.registerQueryHandler(c -> bean));
    return configurer.buildConfiguration();
  }

  /** A node that sends commands and asks. */
  public static Configuration asking(AxonServerLink link, Serializer serializer) {
    return base(serializer)
        .configureCommandBus(c -> RemoteBuses.commands(link, serializer))
        .configureQueryBus(c -> RemoteBuses.queries(link, serializer))
        .buildConfiguration();
  }

  private static Configurer base(Serializer serializer) {
    return DefaultConfigurer.defaultConfiguration(false)
        .configureSerializer(c -> serializer)
        .configureEventSerializer(c -> serializer)
        .configureMessageSerializer(c -> serializer);
  }
}

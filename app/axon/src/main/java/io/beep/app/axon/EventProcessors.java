package io.beep.app.axon;

import io.beep.coreapi.shared.ProcessesEvents;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The processors that feed the projections, or those that feed the processes, whichever product
 * they run in.
 *
 * @param source the stream of all events
 * @param eventHandlers beans with event handlers, each of a processing group that has settings
 * @param tokens holds how far each group is, in the same transaction as what the group wrote
 */
public record EventProcessors(
    StreamableMessageSource<TrackedEventMessage<?>> source,
    Collection<? extends ProcessesEvents> eventHandlers,
    List<ProcessorSettings> processors,
    TokenStore tokens,
    JdbcTransactions transactions,
    Instruments instruments) {

  /**
   * Until a segment is taken again that was given up because the database was away. Axon's 5 000
   * would leave reads waiting for projections long after it is back.
   */
  private static final long TAKEN_AGAIN_MILLIS = 500;

  /** What a product changes of each processor, such as how soon another node takes over. */
  @FunctionalInterface
  public interface Tuning {
    PooledStreamingEventProcessor.Builder tune(PooledStreamingEventProcessor.Builder builder);
  }

  public void register(EventProcessingConfigurer processing) {
    register(processing, builder -> builder);
  }

  public void register(EventProcessingConfigurer processing, Tuning tuning) {
    eventHandlers.forEach(bean -> processing.registerEventHandler(c -> bean));
    // The usual handler logs and goes on: a projection that lost an event would be wrong for ever.
    processing.registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.INSTANCE);
    processors.forEach(settings -> register(processing, settings, tuning));
  }

  private void register(
      EventProcessingConfigurer processing, ProcessorSettings settings, Tuning tuning) {
    processing.registerTokenStore(settings.name(), c -> tokens);
    processing.registerTransactionManager(settings.name(), c -> transactions);
    processing.registerSequencingPolicy(settings.name(), c -> settings.sequencing());
    processing.registerListenerInvocationErrorHandler(settings.name(), c -> settings.failures());
    processing.registerErrorHandler(
        settings.name(), c -> new FailedBatches(instruments.meters(), settings.name()));
    instruments
        .ofEvents(settings.name())
        .ifPresent(tracing -> processing.registerHandlerInterceptor(settings.name(), c -> tracing));
    processing.registerPooledStreamingEventProcessor(
        settings.name(),
        c -> source,
        (configuration, builder) ->
            tuning.tune(
                builder
                    .initialSegmentCount(settings.segments())
                    .batchSize(settings.batchSize())
                    .tokenClaimInterval(TAKEN_AGAIN_MILLIS)
                    // It knows by it when to look for segments again that nobody works on. With
                    // several, one that was given up would wait as long as the clock was set back.
                    .clock(new SteadyClock())
                    .initialToken(stream -> stream.createTailToken())
                    .coordinatorExecutor(EventProcessors::coordinator)
                    .workerExecutor(name -> workers(name, settings.segments()))));
  }

  private static ScheduledExecutorService coordinator(String name) {
    return Executors.newScheduledThreadPool(1, new AxonThreadFactory("Coordinator[" + name + "]"));
  }

  private static ScheduledExecutorService workers(String name, int segments) {
    return Executors.newScheduledThreadPool(
        segments, new AxonThreadFactory("Worker[" + name + "]"));
  }
}

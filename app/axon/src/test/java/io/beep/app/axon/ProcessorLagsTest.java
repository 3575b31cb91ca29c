package io.beep.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserRegistered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessorLagsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private final AtomicLong head = new AtomicLong(-1);
  private final AtomicBoolean broken = new AtomicBoolean();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final PooledStreamingEventProcessor processor = processor(new Handler());
  private final ProcessorLags lags =
      new ProcessorLags(
          Map.of("timeline", new ProcessorLags.Processor(processor, 1)),
          head::get,
          position -> position > head.get() ? Optional.empty() : Optional.of(NOW.minusSeconds(30)),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void stop() {
    processor.shutDown();
    store.shutDown();
    threads.shutdownNow();
  }

  @Test
  void shouldBeBehindByAllBeforeTheProcessorRuns() {
    happens(3);

    assertThat(lags.read())
        .containsExactly(new ProcessorLag("timeline", 3, Duration.ofSeconds(30), false));
  }

  @Test
  void shouldBeNothingWhenAllIsHandled() {
    happens(3);

    processor.start();

    await()
        .untilAsserted(
            () ->
                assertThat(lags.read())
                    .containsExactly(new ProcessorLag("timeline", 0, Duration.ZERO, true)));
  }

  @Test
  void shouldCountFromWhereAProcessorFailed() {
    happens(3);
    processor.start();
    await().until(() -> lags.read().getFirst().isWithin(0));

    broken.set(true);
    happens(2);

    await()
        .untilAsserted(
            () ->
                assertThat(lags.read())
                    .containsExactly(
                        new ProcessorLag("timeline", 2, Duration.ofSeconds(30), false)));
    assertThat(lags.read().getFirst().isWithin(10)).isFalse();
  }

  private void happens(int events) {
    for (int i = 0; i < events; i++) {
      long number = head.get() + 1;
      store.publish(
          new GenericDomainEventMessage<>(
              "User",
              "user:" + number,
              0,
              new UserRegistered(new UserId(new UUID(7, number)), "u" + number, "Ada", "L")));
      head.incrementAndGet();
    }
  }

  private PooledStreamingEventProcessor processor(Handler handler) {
    return PooledStreamingEventProcessor.builder()
        .name("timeline")
        .eventHandlerInvoker(
            SimpleEventHandlerInvoker.builder()
                .eventHandlers(handler)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE)
                .build())
        .errorHandler(PropagatingErrorHandler.INSTANCE)
        .messageSource(store)
        .transactionManager(NoTransactionManager.instance())
        .tokenStore(new InMemoryTokenStore())
        .coordinatorExecutor(threads)
        .workerExecutor(threads)
        .initialSegmentCount(1)
        .initialToken(source -> source.createTailToken())
        .build();
  }

  private final class Handler {
    @EventHandler
    void on(UserRegistered event) {
      if (broken.get()) {
        throw new IllegalStateException("broken on purpose by " + event.username());
      }
    }
  }
}

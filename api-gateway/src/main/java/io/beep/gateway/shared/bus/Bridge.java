package io.beep.gateway.shared.bus;

import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The one place where the gateway may block: each call runs on a virtual thread of its own, so that
 * no bus, however it is built, ever runs on an event loop. Calls are limited in number and in time.
 */
public final class Bridge implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bridge-", 0).factory());
  private final Semaphore inFlight = new Semaphore(Limits.CALLS_IN_FLIGHT.size());

  /**
   * Starts the call and waits for what it promises. A call that is too late goes on and counts as
   * in flight until it ends; its outcome is dropped.
   *
   * @throws java.util.concurrent.TimeoutException in the Mono, after {@code limit}
   */
  public <T> Mono<T> call(Supplier<? extends CompletionStage<T>> call, Duration limit) {
    return Mono.defer(() -> Mono.fromFuture(start(call), true)).timeout(limit);
  }

  /** The same for what blocks until it is done. */
  public <T> Mono<T> block(Supplier<T> call, Duration limit) {
    return call(() -> CompletableFuture.completedFuture(call.get()), limit);
  }

  private <T> CompletableFuture<T> start(Supplier<? extends CompletionStage<T>> call) {
    if (!inFlight.tryAcquire()) {
      return CompletableFuture.failedFuture(Problems.unavailable("node").exception());
    }
    CompletableFuture<T> outcome = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            // Async: whoever completes it, the writer of the event store perhaps, has better to do
            // than to write our JSON.
            call.get()
                .whenCompleteAsync((value, failure) -> finish(outcome, value, failure), threads);
          } catch (Throwable failure) {
            finish(outcome, null, failure);
          }
        });
    return outcome;
  }

  private <T> void finish(
      CompletableFuture<T> outcome,
      @org.jspecify.annotations.Nullable T value,
      @org.jspecify.annotations.Nullable Throwable failure) {
    inFlight.release();
    if (failure == null) {
      outcome.complete(value);
    } else {
      outcome.completeExceptionally(failure);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

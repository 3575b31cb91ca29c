package io.beep.gateway.shared.bus;

import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The one place where the gateway may block: each call runs on a virtual thread of its own, so that
 * no bus, however it is built, ever runs on an event loop. Calls are limited in number and in time:
 * one too many is refused at once with 503, since a line that is longer than what can be served in
 * the time that anyone waits only makes all of them late.
 */
public final class Bridge implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bridge-", 0).factory());
  private final Map<Limits, CallBound> bounds = new EnumMap<>(Limits.class);

  public Bridge(MeterRegistry meters) {
    for (Limits limit :
        List.of(Limits.COMMANDS_IN_FLIGHT, Limits.QUERIES_IN_FLIGHT, Limits.CALLS_IN_FLIGHT)) {
      bounds.put(limit, new CallBound(limit, meters));
    }
  }

  /**
   * Starts the call and waits for what it promises. A call that is too late goes on and counts as
   * in flight until it ends; its outcome is dropped.
   *
   * @throws java.util.concurrent.TimeoutException in the Mono, after {@code limit}
   */
  public <T> Mono<T> call(Supplier<? extends CompletionStage<T>> call, Duration limit) {
    return call(Limits.CALLS_IN_FLIGHT, call, limit);
  }

  /**
   * The same, counted with others of its kind.
   *
   * @param kind one of the limits on calls in flight
   */
  <T> Mono<T> call(Limits kind, Supplier<? extends CompletionStage<T>> call, Duration limit) {
    CallBound bound = Objects.requireNonNull(bounds.get(kind));
    return Mono.defer(() -> Mono.fromFuture(start(bound, call), true)).timeout(limit);
  }

  /** The same for what blocks until it is done. */
  public <T> Mono<T> block(Supplier<T> call, Duration limit) {
    return call(() -> CompletableFuture.completedFuture(call.get()), limit);
  }

  private <T> CompletableFuture<T> start(
      CallBound bound, Supplier<? extends CompletionStage<T>> call) {
    if (!bound.enter()) {
      return CompletableFuture.failedFuture(Problems.unavailable("node").exception());
    }
    CompletableFuture<T> outcome = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            // Async: whoever completes it, the writer of the event store perhaps, has better to do
            // than to write our JSON.
            call.get()
                .whenCompleteAsync(
                    (value, failure) -> finish(bound, outcome, value, failure), threads);
          } catch (Throwable failure) {
            finish(bound, outcome, null, failure);
          }
        });
    return outcome;
  }

  private static <T> void finish(
      CallBound bound,
      CompletableFuture<T> outcome,
      @org.jspecify.annotations.Nullable T value,
      @org.jspecify.annotations.Nullable Throwable failure) {
    bound.leave();
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

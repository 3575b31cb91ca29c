package io.beep.command.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The states of many aggregates, each folded from its own stream, at most {@code bound} of them at
 * once.
 *
 * <p>A read that finds its state takes no lock and does no I/O. An event that was committed is
 * applied to what is held; the sequence number tells one that is already in, and one that came out
 * of turn, which drops the state so that the next read folds it anew.
 *
 * @param <K> the id of the aggregate; its {@code toString} names the stream
 * @param <S> an immutable state
 */
final class FoldedCache<K, S> {

  private final LoadingCache<K, Folded<S>> states;
  private final Fold<S> fold;

  FoldedCache(
      int bound,
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams,
      Fold<S> fold) {
    this.fold = fold;
    this.states =
        Caffeine.newBuilder()
            .maximumSize(bound)
            .recordStats()
            .build(
                key -> {
                  Folded<S> folded = new Folded<>(null, -1);
                  for (DomainEventMessage<?> event : streams.apply(key.toString())) {
                    folded = next(folded, event);
                  }
                  return folded;
                });
  }

  /** The state, or null when nothing ever happened to the aggregate. */
  @Nullable S get(K key) {
    return states.get(key).state();
  }

  /** Waits for a state that is just being folded, whose stream may have been read before this. */
  /**
   * @param states what is held, as a tag
   */
  void watch(String states, MeterRegistry registry) {
    gets(states, "hit", CacheStats::hitCount, registry);
    gets(states, "miss", CacheStats::missCount, registry);
    Gauge.builder("beep.access.cache.size", this.states, Cache::estimatedSize)
        .description("States that are held to decide permissions")
        .tag("state", states)
        .register(registry);
  }

  private void gets(
      String states, String result, ToLongFunction<CacheStats> count, MeterRegistry registry) {
    FunctionCounter.builder(
            "beep.access.cache.gets", this.states, cache -> count.applyAsLong(cache.stats()))
        .description("Looks for a state; a miss reads a stream of the event store")
        .tags("state", states, "result", result)
        .register(registry);
  }

  void onCommitted(K key, DomainEventMessage<?> event) {
    // Not computeIfPresent, which takes a state that is being folded for one that is not there.
    states
        .asMap()
        .compute(
            key,
            (ignored, folded) -> {
              if (folded == null) {
                return null;
              }
              long expected = folded.sequence() + 1;
              if (event.getSequenceNumber() < expected) {
                return folded;
              }
              return event.getSequenceNumber() == expected ? next(folded, event) : null;
            });
  }

  private Folded<S> next(Folded<S> folded, DomainEventMessage<?> event) {
    return new Folded<>(
        fold.apply(folded.state(), event.getPayload(), event.getTimestamp()),
        event.getSequenceNumber());
  }

  /** One step: the state before (null at first) and what happened give the state after. */
  @FunctionalInterface
  interface Fold<S> {
    @Nullable S apply(@Nullable S state, Object event, Instant when);
  }

  private record Folded<S>(@Nullable S state, long sequence) {}
}

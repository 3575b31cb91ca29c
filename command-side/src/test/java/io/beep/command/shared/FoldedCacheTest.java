package io.beep.command.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FoldedCacheTest {

  private static final String KEY = "server";

  private final AtomicInteger folds = new AtomicInteger();

  /** A cache whose n-th fold (from 1) finds these events. */
  private FoldedCache<String, String> finding(IntFunction<List<DomainEventMessage<String>>> found) {
    return new FoldedCache<>(
        10, _ -> found.apply(folds.incrementAndGet()), (before, event, _) -> append(before, event));
  }

  private static DomainEventMessage<String> event(long sequence) {
    return new GenericDomainEventMessage<>("Server", KEY, sequence, "+" + sequence);
  }

  private static String append(@Nullable String before, Object event) {
    return (before == null ? "" : before) + event;
  }

  @Nested
  class WhenAnEventIsCommitted {

    @Test
    void shouldApplyItToWhatIsHeld() {
      FoldedCache<String, String> cache = finding(_ -> List.of(event(0)));
      assertThat(cache.get(KEY)).isEqualTo("+0");

      cache.onCommitted(KEY, event(1));

      assertThat(cache.get(KEY)).isEqualTo("+0+1");
      assertThat(folds).hasValue(1);
    }

    /** Otherwise who was banned in that moment could go on. */
    @Test
    void shouldNotMissItWhileTheStateIsBeingFolded() {
      CountDownLatch read = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      FoldedCache<String, String> cache =
          finding(
              _ -> {
                List<DomainEventMessage<String>> asRead = List.of(event(0));
                read.countDown();
                await().until(() -> goOn.getCount() == 0);
                return asRead;
              });
      CompletableFuture<@Nullable String> folding =
          CompletableFuture.supplyAsync(() -> cache.get(KEY));
      await().until(() -> read.getCount() == 0);

      Thread committing = Thread.ofPlatform().start(() -> cache.onCommitted(KEY, event(1)));
      await()
          .until(
              () ->
                  committing.getState() == Thread.State.BLOCKED
                      || committing.getState() == Thread.State.WAITING
                      || !committing.isAlive());
      goOn.countDown();

      assertThat(folding).succeedsWithin(Duration.ofSeconds(5));
      await().until(() -> !committing.isAlive());
      assertThat(cache.get(KEY)).isEqualTo("+0+1");
    }

    @Test
    void shouldFoldAnewWhatMissedOne() {
      FoldedCache<String, String> cache =
          finding(n -> n == 1 ? List.of(event(0)) : List.of(event(0), event(1), event(2)));
      assertThat(cache.get(KEY)).isEqualTo("+0");

      cache.onCommitted(KEY, event(2));

      assertThat(cache.get(KEY)).isEqualTo("+0+1+2");
    }

    @Test
    void shouldLeaveAloneWhatNobodyAskedFor() {
      FoldedCache<String, String> cache = finding(_ -> List.of(event(0), event(1)));

      cache.onCommitted(KEY, event(1));

      assertThat(folds).hasValue(0);
      assertThat(cache.get(KEY)).isEqualTo("+0+1");
    }
  }
}

package io.beep.query.message;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.query.shared.ReadBarrier;
import io.beep.readmodel.message.MessageDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a search wait until the index shows what happened up to a place of the event stream: first
 * until the projection has written it, then for a refresh, without which it would show within a
 * second. One refresh is under way at a time, and one more serves all who came since it began, so
 * that a crowd costs no more than one who asks again and again.
 */
final class IndexFreshness {

  private static final Logger LOG = LoggerFactory.getLogger(IndexFreshness.class);

  /** It takes milliseconds; then the query still has time for the search itself. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final ReadBarrier barrier;
  private final OpenSearchAsyncClient client;

  /** Up to where the index is known to show everything. */
  private final AtomicLong shown = new AtomicLong(-1);

  private CompletableFuture<Boolean> underWay = CompletableFuture.completedFuture(true);
  private @Nullable CompletableFuture<Boolean> next;

  /**
   * @param barrier of the projection that writes the index
   */
  IndexFreshness(ReadBarrier barrier, OpenSearchClient client) {
    this.barrier = barrier;
    this.client = new OpenSearchAsyncClient(client._transport());
  }

  /**
   * @param position null to wait for nothing
   * @return fails with {@link CommonError.Unavailable} when the projection is not there in time, or
   *     the index does not answer
   */
  CompletableFuture<Boolean> shows(@Nullable Long position) {
    if (position == null || position <= shown.get()) {
      return CompletableFuture.completedFuture(true);
    }
    return barrier
        .after(position, this::refreshed)
        .whenComplete(
            (done, _) -> {
              if (done != null) {
                shown.accumulateAndGet(position, Math::max);
              }
            });
  }

  /** A refresh that begins from now on: one that is under way may have looked already. */
  private synchronized CompletableFuture<Boolean> refreshed() {
    if (next != null) {
      return next;
    }
    if (underWay.isDone()) {
      underWay = refresh();
      return underWay;
    }
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    next = mine;
    var _ = underWay.whenComplete((_, _) -> beginNext(mine));
    return mine;
  }

  private void beginNext(CompletableFuture<Boolean> mine) {
    CompletableFuture<Boolean> begun;
    synchronized (this) {
      begun = refresh();
      underWay = begun;
      next = null;
    }
    var _ =
        begun.whenComplete(
            (_, failure) -> {
              if (failure == null) {
                mine.complete(true);
              } else {
                mine.completeExceptionally(failure);
              }
            });
  }

  private CompletableFuture<Boolean> refresh() {
    try {
      return client
          .indices()
          // Before the first message there is no index, and nothing to show.
          .refresh(refresh -> refresh.index(MessageDocument.ALIAS).ignoreUnavailable(true))
          .copy()
          .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
          .thenApply(_ -> true)
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusal(failure)));
    } catch (IOException | RuntimeException e) {
      return CompletableFuture.failedFuture(refusal(e));
    }
  }

  private static DomainException refusal(Throwable failure) {
    LOG.warn("the search index does not refresh", failure);
    return new DomainException(new CommonError.Unavailable("search"));
  }
}

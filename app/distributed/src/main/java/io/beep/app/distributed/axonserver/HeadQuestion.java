package io.beep.app.distributed.axonserver;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the end of the event stream. One question is under way at a time: whoever asks meanwhile
 * gets the answer to the next one, since the present one may have been answered before they asked.
 */
final class HeadQuestion {

  private final Supplier<CompletableFuture<Long>> source;
  private boolean underWay;
  private @Nullable CompletableFuture<Long> next;

  /**
   * @param source gives the position of the newest event, -1 for none
   */
  HeadQuestion(Supplier<CompletableFuture<Long>> source) {
    this.source = source;
  }

  /** The position of an event that is at or after any that was committed before this call. */
  CompletableFuture<Long> ask() {
    CompletableFuture<Long> answer;
    synchronized (this) {
      if (underWay) {
        if (next == null) {
          next = new CompletableFuture<>();
        }
        return next;
      }
      underWay = true;
      answer = new CompletableFuture<>();
    }
    ask(answer);
    return answer;
  }

  private void ask(CompletableFuture<Long> answer) {
    CompletableFuture<Long> asked;
    try {
      asked = source.get();
    } catch (RuntimeException e) {
      asked = CompletableFuture.failedFuture(e);
    }
    // A question that is never answered must not silence all that come after it.
    asked
        .orTimeout(
            AxonServerLink.ANSWER_LIMIT.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
        .whenComplete(
            (position, failure) -> {
              CompletableFuture<Long> following = takeNext();
              if (following != null) {
                ask(following);
              }
              if (failure == null) {
                answer.complete(position);
              } else {
                answer.completeExceptionally(failure);
              }
            });
  }

  private synchronized @Nullable CompletableFuture<Long> takeNext() {
    CompletableFuture<Long> following = next;
    next = null;
    underWay = following != null;
    return following;
  }
}

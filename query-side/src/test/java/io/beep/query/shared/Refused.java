package io.beep.query.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.beep.coreapi.shared.DomainException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What became of an answer. */
public final class Refused {

  private static final int PATIENCE_SECONDS = 10;

  private Refused() {}

  /** The answer; fails the test when there is none. */
  public static <T> T answered(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer", e);
    }
  }

  /** Fails the test unless the answer is a refusal with this code. */
  public static void refusedWith(String code, CompletableFuture<?> answer) {
    Throwable failure = catchThrowable(() -> answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertThat(failure).isInstanceOf(ExecutionException.class);
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            DomainException.class, refusal -> assertThat(refusal.error().code()).isEqualTo(code));
  }
}

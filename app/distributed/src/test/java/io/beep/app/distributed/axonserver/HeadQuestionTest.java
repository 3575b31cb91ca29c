package io.beep.app.distributed.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class HeadQuestionTest {

  private final List<CompletableFuture<Long>> asked = new ArrayList<>();

  private final HeadQuestion question =
      new HeadQuestion(
          () -> {
            CompletableFuture<Long> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
          });

  @Test
  void shouldAskAnewForThoseWhoCameAfterTheQuestion() {
    CompletableFuture<Long> first = question.ask();
    CompletableFuture<Long> second = question.ask();
    CompletableFuture<Long> third = question.ask();

    asked.getFirst().complete(7L);

    assertThat(first).isCompletedWithValue(7L);
    assertThat(second).isNotDone();
    assertThat(asked).hasSize(2);
    asked.getLast().complete(9L);
    assertThat(second).isCompletedWithValue(9L);
    assertThat(third).isCompletedWithValue(9L);
    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldGoOnAfterAFailure() {
    CompletableFuture<Long> first = question.ask();
    asked.getFirst().completeExceptionally(new IllegalStateException("gone"));

    assertThat(first).isCompletedExceptionally();
    CompletableFuture<Long> second = question.ask();
    asked.getLast().complete(3L);
    assertThat(second).isCompletedWithValue(3L);
  }
}

package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came back for many requests of one kind, and how late. For many threads. */
final class AnswerLog {

  /** Stands for the status of what got no answer at all. */
  private static final int NOTHING = 0;

  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Map<Integer, String> examples = new TreeMap<>();
  private long slowestNanos;

  /** Sends it; null when there was no answer. */
  @Nullable Answer of(Supplier<Answer> request) {
    long began = System.nanoTime();
    try {
      Answer answer = request.get();
      note(answer.status(), answer.toString(), System.nanoTime() - began);
      return answer;
    } catch (AssertionError noAnswer) {
      note(NOTHING, String.valueOf(noAnswer.getCause()), System.nanoTime() - began);
      return null;
    }
  }

  private synchronized void note(int status, String answer, long nanos) {
    statuses.merge(status, 1, Integer::sum);
    examples.putIfAbsent(status, answer);
    slowestNanos = Math.max(slowestNanos, nanos);
  }

  synchronized int count(int status) {
    return statuses.getOrDefault(status, 0);
  }

  synchronized Duration slowest() {
    return Duration.ofNanos(slowestNanos);
  }

  /** Whatever failed said that it is for later, and nothing took longer than this. */
  synchronized void requireOnly(int success, Duration limit) {
    Map<Integer, String> others = new TreeMap<>(examples);
    others.remove(success);
    String unavailable = others.remove(503);
    assertThat(others).as("answers other than %s and 503", success).isEmpty();
    if (unavailable != null) {
      // A problem, a page for people, or the whole state of health.
      assertThat(unavailable)
          .contains("retry-after")
          .containsAnyOf("problem+json", "text/html", "\"ready\"");
    }
    assertThat(slowest()).as("the slowest answer of %s", this).isLessThan(limit);
  }

  /** {@code 201: 5012, 503: 16; slowest 5.1 s}. */
  @Override
  public synchronized String toString() {
    return statuses.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining(", "))
        + "; slowest %.1f s".formatted(slowestNanos / 1e9);
  }
}

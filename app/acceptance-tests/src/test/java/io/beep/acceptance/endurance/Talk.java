package io.beep.acceptance.endurance;

import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Numbered messages at a steady rate, each sent again under its key until it is acknowledged, as a
 * good client does.
 */
final class Talk implements AutoCloseable {

  private static final int SENDERS = 16;

  /** Longer than any restart takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final Person person;
  private final String channel;
  private final String name;
  private final long intervalNanos;
  private final long begin = System.nanoTime();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final Map<Integer, Person.Said> acknowledged = new ConcurrentSkipListMap<>();
  private final AnswerLog answers = new AnswerLog();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<Thread> senders = new ArrayList<>();
  private volatile boolean ending;

  /**
   * @param name stands before the number in each message
   */
  Talk(Person person, String channel, String name, int perSecond) {
    this.person = person;
    this.channel = channel;
    this.name = name;
    this.intervalNanos = 1_000_000_000L / perSecond;
    for (int i = 0; i < SENDERS; i++) {
      senders.add(Thread.ofVirtual().name("sender-" + i).start(this::send));
    }
  }

  private void send() {
    try {
      while (!ending) {
        int number = next.getAndIncrement();
        long wait = begin + number * intervalNanos - System.nanoTime();
        if (wait > 0) {
          Moments.pass(Duration.ofNanos(wait));
        }
        acknowledged.put(number, untilAcknowledged(number));
      }
    } catch (Throwable wrong) {
      failure.compareAndSet(null, wrong);
    }
  }

  private Person.Said untilAcknowledged(int number) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      @Nullable Answer answer = attempt(number);
      if (answer != null && answer.status() == 201) {
        return new Person.Said(answer.id(), answer.position());
      }
      if (answer != null && answer.status() < 500) {
        throw new AssertionError("message " + number + " was refused: " + answer);
      }
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("message " + number + " is not acknowledged: " + answer);
      }
      repeated.incrementAndGet();
      Moments.pass(BETWEEN_TRIES);
    }
  }

  /** Null when there was no answer. */
  private @Nullable Answer attempt(int number) {
    return answers.of(
        () ->
            person
                .call("POST", "/api/channels/" + channel + "/messages")
                .json(Map.of("content", content(name, number)))
                .header("Idempotency-Key", name + "-" + number)
                .send());
  }

  static String content(String name, int number) {
    return name + " " + number;
  }

  int acknowledgedSoFar() {
    return acknowledged.size();
  }

  /** Waits until so many more are acknowledged. */
  void awaitProgress(int messages, Duration limit) {
    int goal = acknowledgedSoFar() + messages;
    await("messages to be acknowledged again")
        .atMost(limit)
        .until(() -> acknowledgedSoFar() >= goal || failure.get() != null);
    requireSound();
  }

  /** All that came back, repetitions included. */
  AnswerLog answers() {
    return answers;
  }

  /** How often something had to be sent again: a run without it has hurt nobody. */
  int repeated() {
    return repeated.get();
  }

  /** Stops, and answers what was acknowledged, by number. */
  Map<Integer, Person.Said> finish() {
    close();
    requireSound();
    return Map.copyOf(acknowledged);
  }

  private void requireSound() {
    Throwable wrong = failure.get();
    if (wrong != null) {
      throw new AssertionError("a sender failed", wrong);
    }
  }

  @Override
  public void close() {
    ending = true;
    for (Thread sender : senders) {
      try {
        if (!sender.join(PATIENCE)) {
          throw new AssertionError("a sender does not end");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}

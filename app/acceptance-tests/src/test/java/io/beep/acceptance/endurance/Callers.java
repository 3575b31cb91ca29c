package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Browser;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** People who go on asking while Beep is hurt: one kind of request each, again and again. */
final class Callers implements AutoCloseable {

  private static final Duration BETWEEN_CALLS = Duration.ofMillis(200);

  /** Two calls of the longest limit. */
  private static final Duration END = Duration.ofSeconds(45);

  /**
   * Asks one thing.
   *
   * @param success the status of what is as it should be
   */
  private record Caller(
      String what, int success, Supplier<Answer> request, AnswerLog answers, Duration limit) {

    static Caller of(String what, int success, Duration limit, Supplier<Answer> request) {
      return new Caller(what, success, request, new AnswerLog(), limit);
    }

    int successes() {
      return answers.count(success);
    }
  }

  private final List<Caller> callers;
  private final List<Thread> threads;
  private volatile boolean ending;

  private Callers(List<Caller> callers) {
    this.callers = callers;
    this.threads =
        callers.stream()
            .map(caller -> Thread.ofVirtual().name(caller.what()).start(() -> ask(caller)))
            .toList();
  }

  /**
   * Of all that a client asks for.
   *
   * @param limit on each answer
   * @param signIn on the answers behind a whole sign-in
   */
  static Callers of(Person person, Community community, Duration limit, Duration signIn) {
    String channel = community.text();
    return new Callers(
        List.of(
            reading(person, "/api/me", limit),
            reading(person, "/api/servers", limit),
            reading(person, community.path() + "/members", limit),
            reading(person, "/api/channels/" + channel + "/messages?limit=20", limit),
            reading(person, "/api/search/messages?q=nothing&channelId=" + channel, limit),
            reading(person, "/api/health/ready", limit),
            Caller.of("sign-in", 303, signIn, () -> signIn(person))));
  }

  private static Caller reading(Person person, String path, Duration limit) {
    return Caller.of(path.replaceAll("\\?.*", ""), 200, limit, () -> person.get(path));
  }

  /** The first answer on the way that is not as it should be, or the last one. */
  private static Answer signIn(Person person) {
    Beep beep = person.beep();
    Browser browser = new Browser(beep);
    Answer toPage = browser.authorize(browser.authorization(Browser.Proof.fresh()));
    if (toPage.status() != 302) {
      return toPage;
    }
    Answer page = browser.follow(toPage);
    return page.status() == 200
        ? browser.submit(page, person.signUp().email(), person.signUp().password())
        : page;
  }

  private void ask(Caller caller) {
    while (!ending) {
      caller.answers().of(caller.request());
      Moments.pass(BETWEEN_CALLS);
    }
  }

  /** Waits until each was served once more. */
  void awaitService(Duration limit) {
    Map<Caller, Integer> before =
        callers.stream().collect(Collectors.toMap(caller -> caller, Caller::successes));
    await("everything to be answered again")
        .atMost(limit)
        .untilAsserted(
            () ->
                assertThat(callers)
                    .filteredOn(caller -> caller.successes() <= before.getOrDefault(caller, 0))
                    .isEmpty());
  }

  /** Nobody hung, and who was refused was told to come again. */
  void requirePatience() {
    close();
    callers.forEach(caller -> Told.of("meanwhile", caller.what() + " " + caller.answers()));
    callers.forEach(caller -> caller.answers().requireOnly(caller.success(), caller.limit()));
  }

  @Override
  public void close() {
    ending = true;
    for (Thread thread : threads) {
      try {
        if (!thread.join(END)) {
          throw new AssertionError(thread.getName() + " hangs");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}

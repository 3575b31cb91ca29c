package io.beep.acceptance.endurance;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Browser;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.OnOwnBeep;
import io.beep.acceptance.shared.OwnBeep;
import io.beep.acceptance.shared.OwnBeep.Limits;
import io.beep.acceptance.shared.Person;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnOwnBeep
class ClockJumpTest {

  private static final int PER_SECOND = 300;
  private static final Duration HOUR = Duration.ofHours(1);

  /** The limit on commands and queries is five seconds; the rest is for a busy machine. */
  private static final Duration ANSWER = Duration.ofSeconds(8);

  private static final Duration SIGN_IN = Duration.ofSeconds(15);
  private static final Duration SECONDS = Duration.ofSeconds(15);
  private static final Duration RESTART = Duration.ofSeconds(60);

  @Nested
  @Timeout(240)
  class WhenTheClockIsSetWhilePeopleTalk {

    @Test
    void shouldKeepTheOrderAndLetNobodyWaitForTheClock() throws IOException {
      try (FakeClock clock = FakeClock.installedOrSkip();
          OwnBeep own = OwnBeep.under(clock.environment())) {
        BeepProcess process = own.process(Limits.OFF);
        Beep beep = process.beep();
        Person ada = LongTokens.of(process, beep.newcomer());
        Community community = ada.foundPublic("Daylight saving");
        List<Listener> listeners = Aftermath.listeners(ada, community);
        String name = "timeless";
        Person grace = beep.newcomer();
        Browser browser = new Browser(beep);
        browser.signIn(grace.signUp());

        Map<Integer, Person.Said> acknowledged;
        try (Talk talk = new Talk(ada, community.text(), name, PER_SECOND)) {
          try (Callers callers = Callers.of(ada, community, ANSWER, SIGN_IN)) {
            talk.awaitProgress(300, RESTART);
            callers.awaitService(SECONDS);

            set(clock, HOUR, ada, community);
            talk.awaitProgress(300, SECONDS);
            callers.awaitService(SECONDS);
            assertThat(grace.get("/api/me")).isProblem(401, "token.invalid");
            Person renewed = grace.with(beep, browser.renew().accessToken());
            assertThat(renewed.get("/api/me")).hasStatus(200);

            set(clock, HOUR.negated(), ada, community);
            talk.awaitProgress(300, SECONDS);
            callers.awaitService(SECONDS);
            assertThat(grace.get("/api/me")).as("is young again").hasStatus(200);
            assertThat(renewed.get("/api/me")).as("comes from the future").hasStatus(200);
            Person again = grace.with(beep, browser.renew().accessToken());
            assertThat(again.get("/api/me")).hasStatus(200);

            // Whatever was noted before it went back must not be waited for.
            Fault.POSTGRESQL.befall(process);
            talk.awaitProgress(300, SECONDS);
            callers.awaitService(SECONDS);
            Told.of("a clock that jumps", "messages " + talk.answers());
            talk.answers().requireOnly(201, ANSWER);
            callers.requirePatience();
          }

          process.kill();
          own.process(Limits.OFF);
          talk.awaitProgress(100, RESTART);
          acknowledged = talk.finish();
        }

        new Aftermath(own.process(Limits.OFF), ada, community.text(), name, acknowledged)
            .requireAllOnceInEveryView(listeners);
        listeners.forEach(Listener::close);
      }
    }

    /** Sets the clock, and waits until what is said has its time. */
    private static void set(FakeClock clock, Duration ahead, Person person, Community community)
        throws IOException {
      clock.set(ahead);
      await("the clock to be " + ahead + " ahead")
          .atMost(SECONDS)
          .ignoreExceptionsMatching(AssertionError.class::isInstance)
          .until(
              () -> {
                String newest =
                    person
                        .history(community.text(), "?limit=1")
                        .items()
                        .getLast()
                        .path("createdAt")
                        .asString("");
                Duration seen = Duration.between(Instant.now(), Instant.parse(newest));
                return seen.minus(ahead).abs().compareTo(Duration.ofMinutes(1)) < 0;
              });
    }
  }
}

package io.beep.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.beep.coreapi.shared.UserId;
import io.beep.identity.api.OperatorTokens;
import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.Audit;
import io.beep.identity.shared.CommandSideFake;
import io.beep.testsupport.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is written down of those who come in, and what never is. */
class AuditTest {

  private static final String CLIENT = "198.51.100.7";
  private static final UserId ADA = new UserId(new UUID(1, 2));

  /** Everything that was logged, from any thread. */
  private static final class Log extends AppenderBase<ILoggingEvent> {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      events.add(event);
    }
  }

  private final Log log = new Log();
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.beep");

  @BeforeEach
  void listen() {
    log.setContext(logger.getLoggerContext());
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  private List<Map<String, String>> audit() {
    return log.events.stream()
        .filter(event -> event.getLoggerName().equals("io.beep.audit"))
        .peek(event -> assertThat(event.getLevel()).isEqualTo(Level.INFO))
        .map(AuditTest::fields)
        .toList();
  }

  private static Map<String, String> fields(ILoggingEvent event) {
    Map<String, String> fields = new TreeMap<>();
    Objects.requireNonNullElse(event.getKeyValuePairs(), List.<org.slf4j.event.KeyValuePair>of())
        .forEach(pair -> fields.put(pair.key, String.valueOf(pair.value)));
    return fields;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    log.events.forEach(
        event ->
            text.append(event.getFormattedMessage()).append(' ').append(fields(event)).append(' '));
    return text.toString();
  }

  @Nested
  class WhenSomethingIsWrittenDown {

    private final Audit audit = new Audit();

    @Test
    void shouldHaveExactlyTheseFields() {
      UUID token = new UUID(3, 4);
      Instant until = Instant.parse("2026-03-01T21:00:00Z");

      audit.signedIn(ADA, CLIENT);
      audit.signedOut(ADA, CLIENT);
      audit.operatorTokenIssued(token, ADA, until);
      audit.operatorTokenRevoked(token);

      String ada = ADA.value().toString();
      assertThat(audit())
          .containsExactly(
              Map.of("action", "sign-in", "outcome", "succeeded", "userId", ada, "client", CLIENT),
              Map.of("action", "sign-out", "outcome", "succeeded", "userId", ada, "client", CLIENT),
              Map.of(
                  "action",
                  "operator-token",
                  "outcome",
                  "succeeded",
                  "userId",
                  ada,
                  "tokenId",
                  token.toString(),
                  "until",
                  until.toString()),
              Map.of(
                  "action", "operator-token-revocation",
                  "outcome", "succeeded",
                  "tokenId", token.toString()));
    }

    @Test
    void shouldNameAnAccountWithoutItsAddress() {
      audit.signInFailed("ada@example.org", CLIENT);
      audit.signInFailed(" ADA@Example.org ", CLIENT);
      audit.signInRefused("ada@example.org", CLIENT, "sign-in-account");
      audit.signInFailed("grace@example.org", CLIENT);

      String account = audit().getFirst().getOrDefault("account", "");
      assertThat(account).matches("[0-9a-f]{16}");
      Map<String, String> failed =
          Map.of("action", "sign-in", "outcome", "failed", "account", account, "client", CLIENT);
      assertThat(audit().subList(0, 3))
          .containsExactly(
              failed,
              failed,
              Map.of(
                  "action", "sign-in",
                  "outcome", "refused",
                  "account", account,
                  "client", CLIENT,
                  "limit", "sign-in-account"));
      assertThat(audit().getLast().get("account")).isNotEqualTo(account);
      assertThat(text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("ada@", "example.org");
    }

    @Test
    void shouldNotBeComparableWithAnotherProcess() {
      audit.signInFailed("ada@example.org", CLIENT);
      new Audit().signInFailed("ada@example.org", CLIENT);

      assertThat(audit()).extracting(fields -> fields.get("account")).doesNotHaveDuplicates();
    }
  }

  @Nested
  class WhenPeopleComeInAndLeave {

    private final CommandSideFake commandSide = new CommandSideFake();

    @Test
    void shouldWriteEachOnceAndNothingThatWasTyped() {
      try (RunningIdentity identity =
          RunningIdentity.start(
              TestPostgres.database("identity"), commandSide, new AdjustableClock())) {
        // Beep sets its log up when it starts.
        listen();
        identity.signUp("ada");
        String token = identity.bean(OperatorTokens.class).issue("ada");
        identity.browser().signIn("ada@example.org", "not the password");
        TestBrowser browser = identity.browser();
        assertThat(browser.signIn("ada@example.org", RunningIdentity.PASSWORD).statusCode())
            .isEqualTo(204);

        assertThat(audit())
            .extracting(fields -> fields.get("action") + " " + fields.get("outcome"))
            .containsExactly("operator-token succeeded", "sign-in failed", "sign-in succeeded");
        assertThat(text())
            .doesNotContain("@example.org", "not the password", RunningIdentity.PASSWORD, token);
      } finally {
        commandSide.close();
      }
    }
  }
}

package io.beep.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beep.identity.api.OperatorTokens;
import io.beep.identity.api.Revocations;
import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.CommandSideFake;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is revoked reaches everyone who holds a copy: here two, as two gateways do. */
class RevocationTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final CommandSideFake commandSide = new CommandSideFake();
  private final TestDatabase database = TestPostgres.freshDatabase();
  private final RunningIdentity identity =
      RunningIdentity.start(database, commandSide, new AdjustableClock());
  private final Revocations here = gateway();
  private final Revocations there = gateway();

  private Revocations gateway() {
    return RevocationsConfiguration.follow(
        "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
        database.user(),
        database.password(),
        Clock.systemUTC());
  }

  @BeforeEach
  void signUp() {
    identity.signUp("ada");
  }

  @AfterEach
  void stop() throws Exception {
    ((AutoCloseable) here).close();
    ((AutoCloseable) there).close();
    identity.close();
    commandSide.close();
  }

  private TestBrowser signedIn() {
    TestBrowser browser = identity.browser();
    assertThat(browser.signIn("ada@example.org", RunningIdentity.PASSWORD).statusCode())
        .isEqualTo(204);
    return browser;
  }

  private static String accessToken(TestBrowser browser) {
    return new CodeFlow(browser).tokens().get("access_token").asString();
  }

  private static String claim(String token, String name) {
    byte[] body = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    JsonNode claims = new JsonMapper().readTree(new String(body, StandardCharsets.UTF_8));
    return claims.get(name).asString();
  }

  private HttpResponse<String> revoke(String token) {
    return identity
        .browser()
        .post("/oauth2/revoke", TestBrowser.JSON, Map.of("client_id", "beep-web", "token", token));
  }

  private void awaitRevoked(String id) {
    await().atMost(SOON).until(() -> here.isRevoked(id) && there.isRevoked(id));
  }

  private void cutEveryoneOff() {
    database.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'beep-revocations'");
  }

  @Nested
  class WhenATokenIsRevoked {

    @Test
    void shouldReachEveryGateway() {
      AtomicInteger told = new AtomicInteger();
      there.listen(told::incrementAndGet);
      TestBrowser browser = signedIn();
      String token = accessToken(browser);
      String other = accessToken(browser);
      assertThat(here.isRevoked(claim(token, "jti"))).isFalse();

      assertThat(revoke(token).statusCode()).isEqualTo(200);

      awaitRevoked(claim(token, "jti"));
      await().atMost(SOON).until(() -> told.get() > 0);
      assertThat(here.isRevoked(claim(other, "jti"))).isFalse();
      assertThat(here.isRevoked(claim(other, "sid"))).isFalse();
    }

    @Test
    void shouldBeKnownAtOnceToWhoLooks() {
      String token = accessToken(signedIn());
      revoke(token);

      here.refresh();

      assertThat(here.isRevoked(claim(token, "jti"))).isTrue();
    }

    @Test
    void shouldBeFollowedByIdentityItself() {
      String token = accessToken(signedIn());
      JwtDecoder decoder = identity.bean(JwtDecoder.class);
      assertThat(decoder.decode(token).getSubject()).isNotEmpty();

      revoke(token);

      assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void shouldBeDoneTwiceWithoutHarm() {
      String token = accessToken(signedIn());

      assertThat(revoke(token).statusCode()).isEqualTo(200);
      assertThat(revoke(token).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldHoldForTokensOfTheOperatorToo() {
      String token = identity.bean(OperatorTokens.class).issue("ada");

      assertThat(revoke(token).statusCode()).isEqualTo(200);

      awaitRevoked(claim(token, "jti"));
    }

    @Test
    void shouldNotBelieveATokenThatIsNotOurs() {
      String token = identity.bean(OperatorTokens.class).issue("ada");
      String forged = token.substring(0, token.lastIndexOf('.') + 1) + "c2lnbmF0dXJl";

      assertThat(revoke(forged).statusCode()).isEqualTo(200);

      here.refresh();
      assertThat(here.isRevoked(claim(token, "jti"))).isFalse();
    }

    @Test
    void shouldHappenToTheTokenOfACodeThatComesTwice() {
      CodeFlow flow = new CodeFlow(signedIn());
      String code = CodeFlow.callback(flow.authorizeSilently()).getOrDefault("code", "");
      String token =
          TestBrowser.json(flow.exchange(code, CodeFlow.VERIFIER)).get("access_token").asString();

      assertThat(flow.exchange(code, CodeFlow.VERIFIER).statusCode()).isEqualTo(400);

      awaitRevoked(claim(token, "jti"));
    }
  }

  @Nested
  class WhenASessionEnds {

    @Test
    void shouldTakeItsTokensAlong() {
      TestBrowser browser = signedIn();
      String token = accessToken(browser);
      String ofAnother = accessToken(signedIn());
      assertThat(claim(accessToken(browser), "sid")).isEqualTo(claim(token, "sid"));

      assertThat(browser.postGuarded("/logout", Map.of()).statusCode()).isEqualTo(204);

      awaitRevoked(claim(token, "sid"));
      assertThat(here.isRevoked(claim(ofAnother, "sid"))).isFalse();
    }

    @Test
    void shouldTakeThemAlongWhenAnotherSignInReplacesIt() {
      TestBrowser browser = signedIn();
      String token = accessToken(browser);

      browser.signIn("ada@example.org", RunningIdentity.PASSWORD);

      awaitRevoked(claim(token, "sid"));
    }

    @Test
    void shouldHoldForACodeThatWasOnItsWay() {
      TestBrowser browser = signedIn();
      CodeFlow flow = new CodeFlow(browser);
      String code = CodeFlow.callback(flow.authorizeSilently()).getOrDefault("code", "");
      browser.postGuarded("/logout", Map.of());

      String late =
          TestBrowser.json(flow.exchange(code, CodeFlow.VERIFIER)).get("access_token").asString();

      awaitRevoked(claim(late, "sid"));
    }
  }

  @Nested
  class WhenAGatewayMissesIt {

    @Test
    void shouldKnowItWhenItStarts() throws Exception {
      String token = accessToken(signedIn());
      revoke(token);

      Revocations later = gateway();
      try {
        assertThat(later.isKnown()).isTrue();
        assertThat(later.isRevoked(claim(token, "jti"))).isTrue();
      } finally {
        ((AutoCloseable) later).close();
      }
    }

    @Test
    void shouldHearOfItWhenItsConnectionIsBack() {
      String told = accessToken(signedIn());
      revoke(told);
      awaitRevoked(claim(told, "jti"));
      String token = accessToken(signedIn());
      // Written without a word: nobody is told, as while the connection is gone.
      cutEveryoneOff();
      database.execute(
          "insert into identity.revocation (id, noted_at, ends_at) values ('"
              + claim(token, "jti")
              + "', now() - interval '1 hour', now() + interval '1 hour')");
      cutEveryoneOff();

      awaitRevoked(claim(token, "jti"));
    }

    @Test
    void shouldKeepWhatItKnowsWhileTheDatabaseIsAway() {
      String token = accessToken(signedIn());
      revoke(token);
      awaitRevoked(claim(token, "jti"));

      cutEveryoneOff();
      here.refresh();

      assertThat(here.isKnown()).isTrue();
      assertThat(here.isRevoked(claim(token, "jti"))).isTrue();
    }

    /** Others may have been revoked since, which a gateway that is cut off alone cannot know. */
    @Test
    void shouldNotTrustForLongWhatItKnowsWhileItAloneIsCutOff() throws Exception {
      database.execute("create role lonely login password 'lonely'");
      database.execute("grant usage on schema identity to lonely");
      database.execute("grant select on identity.revocation to lonely");
      Revocations lonely =
          RevocationsConfiguration.follow(
              "jdbc:postgresql://"
                  + database.host()
                  + ":"
                  + database.port()
                  + "/"
                  + database.name(),
              "lonely",
              "lonely",
              Clock.systemUTC(),
              Duration.ofSeconds(3));
      try {
        assertThat(lonely.isKnown()).isTrue();
        database.execute("alter role lonely nologin");
        database.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lonely'");

        String token = accessToken(signedIn());
        revoke(token);
        await().atMost(SOON).until(() -> !lonely.isKnown());
        assertThat(here.isKnown()).isTrue();
        lonely.refresh();
        assertThat(lonely.isKnown()).isFalse();

        database.execute("alter role lonely login");
        await().atMost(SOON).until(lonely::isKnown);
        assertThat(lonely.isRevoked(claim(token, "jti"))).isTrue();
      } finally {
        ((AutoCloseable) lonely).close();
        database.execute("drop owned by lonely; drop role lonely");
      }
    }
  }
}

package io.beep.acceptance.user;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Browser;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.SignUp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A token that was taken back opens nothing from the next request on. */
@OnBeep
class RevocationTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final Beep beep;

  RevocationTest(Beep beep) {
    this.beep = beep;
  }

  @Test
  void shouldRefuseATokenThatWasRevokedAndTakeTheNextOne() {
    SignUp signUp = SignUp.fresh();
    Person ada = beep.newcomer(signUp);
    Browser browser = new Browser(beep);
    String token = browser.signIn(signUp).accessToken();
    Person there = ada.with(beep, token);
    assertThat(there.get("/api/servers")).hasStatus(200);

    revoke(browser, token);

    assertThat(there.get("/api/servers")).isProblem(401, "token.invalid");
    Person renewed = ada.with(beep, browser.renew().accessToken());
    assertThat(renewed.get("/api/servers")).hasStatus(200);
    assertThat(ada.get("/api/servers")).hasStatus(200);
  }

  @Test
  void shouldRefuseEveryTokenOfASessionThatWasSignedOutOf() {
    SignUp signUp = SignUp.fresh();
    Person ada = beep.newcomer(signUp);
    Browser browser = new Browser(beep);
    Person first = ada.with(beep, browser.signIn(signUp).accessToken());
    Person second = ada.with(beep, browser.renew().accessToken());
    assertThat(first.get("/api/servers")).hasStatus(200);
    assertThat(second.get("/api/servers")).hasStatus(200);

    signOut(browser);

    assertThat(first.get("/api/servers")).isProblem(401, "token.invalid");
    assertThat(second.get("/api/servers")).isProblem(401, "token.invalid");
    assertThat(ada.get("/api/servers")).hasStatus(200);
  }

  @Test
  void shouldEndTheFeedOfASessionThatWasSignedOutOf() {
    SignUp signUp = SignUp.fresh();
    Person ada = beep.newcomer(signUp);
    Browser browser = new Browser(beep);
    Person there = ada.with(beep, browser.signIn(signUp).accessToken());
    try (FeedStream ended = there.follow();
        FeedStream kept = ada.follow()) {
      ended.await("feed.ready");
      kept.await("feed.ready");

      signOut(browser);

      await().atMost(SOON).until(ended::hasEnded);
      assertThat(ended.comments()).contains(": the access token was revoked");
      long position = ada.foundPrivate("After the end").position();
      kept.awaitPosition(position);
      assertThat(ended.frames().stream().filter(frame -> frame.id() != null))
          .allMatch(frame -> frame.position() < position);
    }
  }

  private void revoke(Browser browser, String token) {
    String form = "client_id=beep-web&token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    browser
        .call("POST", beep.at("/oauth2/revoke").toString())
        .body("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))
        .send()
        .requireSuccess();
  }

  private void signOut(Browser browser) {
    Answer csrf = browser.call("GET", beep.at("/identity/csrf").toString()).send().requireSuccess();
    browser
        .call("POST", beep.at("/logout").toString())
        .header(csrf.json().path("headerName").asString(""), csrf.json().path("token").asString(""))
        .send()
        .requireSuccess();
  }
}

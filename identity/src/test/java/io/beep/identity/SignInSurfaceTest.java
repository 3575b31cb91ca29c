package io.beep.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.CommandSideFake;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SignInSurfaceTest {

  private static final String EMAIL = "ada@example.org";

  private final AdjustableClock clock = new AdjustableClock();
  private final CommandSideFake commandSide = new CommandSideFake();
  private final TestDatabase database = TestPostgres.database("identity");

  @SuppressWarnings("NullAway.Init") // set before each
  private RunningIdentity identity;

  @BeforeEach
  void start() {
    identity = RunningIdentity.start(database, commandSide, clock);
    identity.signUp("ada");
  }

  @AfterEach
  void stop() {
    identity.close();
    commandSide.close();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("application/problem+json");
    JsonNode problem = TestBrowser.json(response);
    assertThat(problem.propertyNames())
        .containsExactly("type", "title", "status", "detail", "instance", "code");
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("code").asString()).isEqualTo(code);
  }

  @Nested
  class WhenTheSpaSignsIn {

    @Test
    void shouldSetACookieThatNoScriptCanRead() {
      HttpResponse<String> answer = identity.browser().signIn(EMAIL, RunningIdentity.PASSWORD);

      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.headers().allValues("Set-Cookie"))
          .anySatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("beep-session=")
                      .contains("Path=/", "Max-Age=2592000", "HttpOnly", "SameSite=Lax")
                      .doesNotContain("Secure"));
    }

    @Test
    void shouldAnswerAnUnknownAddressLikeAWrongPassword() {
      HttpResponse<String> wrong = identity.browser().signIn(EMAIL, "not this one");
      HttpResponse<String> unknown = identity.browser().signIn("eve@example.org", "not this one");

      assertProblem(wrong, 401, "sign-in.failed");
      assertThat(unknown.body()).isEqualTo(wrong.body());
      assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
      assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void shouldNameWhatIsMissing() {
      assertProblem(identity.browser().signIn("", ""), 400, "sign-in.incomplete");
    }

    @Test
    void shouldNotBelieveAForgedRequest() {
      HttpResponse<String> forged =
          identity
              .browser()
              .post(
                  "/login",
                  TestBrowser.JSON,
                  Map.of("email", EMAIL, "password", RunningIdentity.PASSWORD));

      assertProblem(forged, 403, "csrf.invalid");
      assertThat(forged.headers().allValues("Set-Cookie"))
          .noneMatch(cookie -> cookie.startsWith("beep-session"));
    }

    @Test
    void shouldReplaceTheSessionSoThatNobodyCanPlantOne() {
      TestBrowser browser = identity.browser();
      browser.cookies().put("beep-session", "planted");
      browser.signIn(EMAIL, RunningIdentity.PASSWORD);
      String first = browser.cookies().get("beep-session");
      browser.signIn(EMAIL, RunningIdentity.PASSWORD);

      assertThat(first).isNotEqualTo("planted").hasSize(43);
      assertThat(browser.cookies().get("beep-session")).isNotEqualTo(first);
      TestBrowser old = identity.browser();
      old.cookies().put("beep-session", String.valueOf(first));
      assertThat(CodeFlow.callback(new CodeFlow(old).authorizeSilently()))
          .containsEntry("error", "login_required");
    }
  }

  @Nested
  class WhenAPlainClientSignsIn {

    private static final Map<String, String> FORM =
        Map.of("email", EMAIL, "password", RunningIdentity.PASSWORD);

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/plain", "text/html", "text/html, application/json"})
    void shouldBeSentOn(String accept) {
      HttpResponse<String> answer = identity.browser().postGuarded("/login", accept, FORM);

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void shouldBeSentToWhereItWantedToGo() {
      String target = "/oauth2/authorize?" + TestBrowser.encode(CodeFlow.request());
      Map<String, String> form = new TreeMap<>(FORM);
      form.put("continue", target);
      TestBrowser browser = identity.browser();

      HttpResponse<String> answer = browser.postGuarded("/login", "*/*", form);

      assertThat(answer.headers().firstValue("Location")).contains(target);
      assertThat(CodeFlow.callback(browser.get(target, "*/*"))).containsKey("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json, text/plain, */*"})
    void shouldStayWhereItIsWhenItAsksForJson(String accept) {
      HttpResponse<String> answer = identity.browser().postGuarded("/login", accept, FORM);

      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void shouldBeToldWhyNot() {
      HttpResponse<String> answer =
          identity
              .browser()
              .postGuarded("/login", "*/*", Map.of("email", EMAIL, "password", "not this one"));

      assertProblem(answer, 401, "sign-in.failed");
    }
  }

  @Nested
  class WhenSomeoneGuesses {

    @Test
    void shouldLimitOneAddressOnOneAccountAndSayWhenToComeAgain() {
      for (int i = 0; i < 10; i++) {
        assertThat(identity.browser().signIn(EMAIL, "wrong " + i).statusCode()).isEqualTo(401);
      }

      HttpResponse<String> limited = identity.browser().signIn(EMAIL, RunningIdentity.PASSWORD);
      assertProblem(limited, 429, "sign-in.limited");
      long seconds = Long.parseLong(limited.headers().firstValue("Retry-After").orElseThrow());
      assertThat(seconds).isBetween(1L, 90L);
      Map<String, String> rate = new TreeMap<>();
      limited.headers().map().forEach((name, values) -> rate.put(name, values.getFirst()));
      assertThat(rate)
          .containsEntry("x-ratelimit-limit", "10")
          .containsEntry("x-ratelimit-remaining", "0")
          .containsEntry("x-ratelimit-bucket", "sign-in-account-from-address");
      assertThat(rate.get("x-ratelimit-reset-after")).matches("\\d+\\.\\d{3}");
      assertThat(Double.parseDouble(String.valueOf(rate.get("x-ratelimit-reset"))))
          .isCloseTo(clock.millis() / 1000.0 + 900, within(1.0));

      TestBrowser elsewhere = identity.browser().from("198.51.100.7");
      assertThat(elsewhere.signIn(EMAIL, RunningIdentity.PASSWORD).statusCode()).isEqualTo(204);
      clock.advance(Duration.ofSeconds(seconds));
      assertThat(identity.browser().signIn(EMAIL, RunningIdentity.PASSWORD).statusCode())
          .isEqualTo(204);
    }

    @Test
    void shouldNotCountThoseWhoSucceed() {
      for (int i = 0; i < 12; i++) {
        assertThat(identity.browser().signIn(EMAIL, RunningIdentity.PASSWORD).statusCode())
            .isEqualTo(204);
      }
    }

    @Test
    void shouldLimitNobodyWhenLimitsAreOff() {
      identity.close();
      identity = RunningIdentity.start(database, commandSide, clock, "--beep.limits=off");

      for (int i = 0; i < 12; i++) {
        assertThat(identity.browser().signIn(EMAIL, "wrong " + i).statusCode()).isEqualTo(401);
      }
    }
  }

  @Nested
  class WhenAPersonUsesThePage {

    @Test
    void shouldSpeakTheLanguageOfThePerson() {
      TestBrowser browser = identity.browser();

      assertThat(browser.get("/login", TestBrowser.PAGE).body())
          .contains("<html lang=\"en\">", "Password");
      assertThat(browser.get("/login?lang=fr", TestBrowser.PAGE).body())
          .contains("<html lang=\"fr\">", "Mot de passe");
      browser.with("Accept-Language", "fr-CA,fr;q=0.9,en;q=0.8");
      assertThat(browser.get("/login", TestBrowser.PAGE).body()).contains("Mot de passe");
      browser.cookies().put("beep-lang", "en");
      assertThat(browser.get("/login", TestBrowser.PAGE).body()).contains("Password");
      assertThat(browser.get("/login?lang=%00..%2F", TestBrowser.PAGE).body())
          .contains("<html lang=\"en\">");
    }

    @Test
    void shouldHoldUnderAStrictPolicy() {
      HttpResponse<String> page = identity.browser().get("/login", TestBrowser.PAGE);

      assertThat(page.body()).doesNotContain("<script", "<style", "style=", " on");
      assertThat(page.body())
          .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"")
          .contains("href=\"/register\"");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("frame-ancestors 'none'", "style-src 'self'");
      assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void shouldShowAnErrorAndKeepTheAddressWithoutBelievingIt() {
      TestBrowser browser = identity.browser();
      String token = csrf(browser);
      HttpResponse<String> page =
          browser.post(
              "/login",
              TestBrowser.PAGE,
              Map.of(
                  "_csrf", token,
                  "continue", "https://evil.example/",
                  "email", "\"><script>alert(1)</script>",
                  "password", "not this one"));

      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(page.body())
          .contains("do not match", "&lt;script&gt;", "aria-invalid=\"true\"")
          .doesNotContain("<script>", "evil.example");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/",
          "//evil.example",
          "/\\evil.example",
          "/oauth2/authorize",
          "/oauth2/authorize?a=b\r\nSet-Cookie: c=d",
          "javascript:alert(1)"
        })
    void shouldGoNowhereElseAfterSignIn(String target) {
      TestBrowser browser = identity.browser();
      HttpResponse<String> answer =
          browser.post(
              "/login",
              TestBrowser.PAGE,
              Map.of(
                  "_csrf",
                  csrf(browser),
                  "continue",
                  target,
                  "email",
                  EMAIL,
                  "password",
                  RunningIdentity.PASSWORD));

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void shouldLetTheFormBeSentAgainWhenItIsStale() {
      HttpResponse<String> page =
          identity.browser().post("/login", TestBrowser.PAGE, Map.of("email", EMAIL));

      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("open for too long", "value=\"ada@example.org\"");
      assertThat(page.headers().allValues("Set-Cookie"))
          .anyMatch(cookie -> cookie.startsWith("beep-csrf="));
    }

    @Test
    void shouldServeItsStyleForAYear() {
      HttpResponse<String> css = identity.browser().get("/identity/beep.css", "text/css");

      assertThat(css.statusCode()).isEqualTo(200);
      assertThat(css.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
      assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }

    private static String csrf(TestBrowser browser) {
      return TestBrowser.json(browser.get("/identity/csrf", TestBrowser.JSON))
          .get("token")
          .asString();
    }
  }

  @Nested
  class WhenSomethingIsWrong {

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/identity/error"})
    void shouldTellNothingAboutItself(String path) {
      HttpResponse<String> answer = identity.browser().get(path, TestBrowser.JSON);

      assertProblem(answer, 404, "address.not-found");
      assertThat(TestBrowser.json(answer).get("instance").asString()).isEqualTo(path);
      assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void shouldAnswerAPersonWithAPage() {
      HttpResponse<String> answer =
          identity.browser().get("/oauth2/authorize?client_id=%3Cscript%3E", TestBrowser.PAGE);

      assertThat(answer.statusCode()).isBetween(400, 404);
      assertThat(answer.body()).doesNotContain("script>", "Exception", "org.springframework");
    }

    @Test
    void shouldSayThatItIsUnavailableWhenItsDatabaseIs() {
      TestBrowser browser = identity.browser();
      browser.signIn(EMAIL, RunningIdentity.PASSWORD);
      database.execute("alter schema identity rename to away");
      HttpResponse<String> silent = new CodeFlow(browser).authorizeSilently();
      HttpResponse<String> signIn = identity.browser().signIn(EMAIL, RunningIdentity.PASSWORD);

      assertThat(silent.statusCode()).isEqualTo(503);
      assertThat(silent.body()).doesNotContain("Exception", "relation", "select");
      assertProblem(signIn, 503, "identity.unavailable");
      assertThat(signIn.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void shouldRefuseAFormThatIsTooLarge() {
      HttpResponse<String> answer = identity.browser().signIn(EMAIL, "a".repeat(1 << 20));

      assertThat(answer.statusCode()).isBetween(400, 499);
      assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void shouldNameTheRequestAsTheGatewayDoes() {
      HttpResponse<String> answer =
          identity.browser().with("X-Request-Id", "r-1").get("/nothing", TestBrowser.JSON);

      assertThat(TestBrowser.json(answer).get("requestId").asString()).isEqualTo("r-1");
    }

    @Test
    void shouldRefuseOtherMethods() {
      assertProblem(identity.browser().get("/logout", TestBrowser.JSON), 405, "method.not-allowed");
    }
  }
}

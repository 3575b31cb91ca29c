package io.beep.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.shared.UserId;
import io.beep.identity.api.AccountDirectory;
import io.beep.identity.api.OperatorTokens;
import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.CommandSideFake;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignInFlowTest {

  private static final AdjustableClock CLOCK = new AdjustableClock();
  private static final CommandSideFake COMMAND_SIDE = new CommandSideFake();

  @SuppressWarnings("NullAway.Init") // set before all
  private static TestDatabase database;

  @SuppressWarnings("NullAway.Init") // set before all
  private static RunningIdentity identity;

  @SuppressWarnings("NullAway.Init") // set before all
  private static UserId ada;

  @BeforeAll
  static void start() {
    database = TestPostgres.database("identity");
    identity = RunningIdentity.start(database, COMMAND_SIDE, CLOCK);
    ada = identity.signUp("ada");
  }

  @AfterAll
  static void stop() {
    identity.close();
    COMMAND_SIDE.close();
  }

  private static TestBrowser signedIn() {
    TestBrowser browser = identity.browser();
    assertThat(browser.signIn("ada@example.org", RunningIdentity.PASSWORD).statusCode())
        .isEqualTo(204);
    return browser;
  }

  private static JsonNode claims(String jwt) {
    byte[] body = Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
    return new JsonMapper().readTree(new String(body, StandardCharsets.UTF_8));
  }

  private static String accessToken(TestBrowser browser) {
    return new CodeFlow(browser).tokens().get("access_token").asString();
  }

  private static HttpResponse<String> userInfo(String token) {
    return identity
        .browser()
        .with("Authorization", "Bearer " + token)
        .get("/userinfo", TestBrowser.JSON);
  }

  @Nested
  class WhenNobodyIsSignedIn {

    @Test
    void shouldLeadThroughTheSignInPageBackToTheClient() {
      TestBrowser browser = identity.browser();
      CodeFlow flow = new CodeFlow(browser);

      HttpResponse<String> asked = flow.authorize(CodeFlow.request());
      assertThat(asked.statusCode()).isEqualTo(302);
      String loginPath = asked.headers().firstValue("Location").orElseThrow();
      assertThat(loginPath).startsWith("/login?continue=");
      HttpResponse<String> page = browser.get(loginPath, TestBrowser.PAGE);
      assertThat(page.statusCode()).isEqualTo(200);

      HttpResponse<String> posted =
          browser.post(
              "/login",
              TestBrowser.PAGE,
              Map.of(
                  "_csrf",
                  hidden(page.body(), "_csrf"),
                  "continue",
                  hidden(page.body(), "continue"),
                  "email",
                  "Ada@Example.org",
                  "password",
                  RunningIdentity.PASSWORD));
      assertThat(posted.statusCode()).as(posted.body()).isEqualTo(303);

      HttpResponse<String> authorized =
          browser.get(posted.headers().firstValue("Location").orElseThrow(), TestBrowser.PAGE);
      String code = CodeFlow.callback(authorized).getOrDefault("code", "");
      JsonNode tokens = TestBrowser.json(flow.exchange(code, CodeFlow.VERIFIER));
      assertThat(claims(tokens.get("access_token").asString()).get("sub").asString())
          .isEqualTo(ada.value().toString());
    }

    @Test
    void shouldTellASilentRenewalThatSomeoneHasToSignIn() {
      HttpResponse<String> answer = new CodeFlow(identity.browser()).authorizeSilently();

      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(CodeFlow.callback(answer))
          .containsEntry("error", "login_required")
          .containsEntry("state", "the state")
          .doesNotContainKey("code");
    }

    @Test
    void shouldOpenNoContainerSession() {
      TestBrowser browser = signedIn();
      accessToken(browser);

      assertThat(browser.cookies().keySet()).containsOnly("beep-session");
    }

    private static String hidden(String page, String name) {
      String before = "name=\"" + name + "\" value=\"";
      int start = page.indexOf(before) + before.length();
      return page.substring(start, page.indexOf('"', start)).replace("&amp;", "&");
    }
  }

  @Nested
  class WhenSignedIn {

    @Test
    void shouldGiveAnAccessTokenThatSaysWhoAndForWhat() {
      JsonNode tokens = new CodeFlow(signedIn()).tokens();
      JsonNode access = claims(tokens.get("access_token").asString());

      assertThat(access.get("iss").asString()).isEqualTo(RunningIdentity.PUBLIC_URL);
      assertThat(access.get("sub").asString()).isEqualTo(ada.value().toString());
      assertThat(access.get("aud")).asString().contains("beep").doesNotContain("beep-web");
      assertThat(access.get("preferred_username").asString()).isEqualTo("ada");
      assertThat(access.get("scope").asString().split(" "))
          .containsExactlyInAnyOrder("openid", "profile", "beep");
      assertThat(access.get("exp").asLong() - access.get("iat").asLong()).isEqualTo(15 * 60);
      assertThat(tokens.has("refresh_token")).isFalse();
      assertThat(claims(tokens.get("id_token").asString()).get("name").asString())
          .isEqualTo("Ada Lovelace");
    }

    @Test
    void shouldTellAboutThePerson() {
      HttpResponse<String> answer = userInfo(accessToken(signedIn()));

      JsonNode person = TestBrowser.json(answer);
      assertThat(person.get("sub").asString()).isEqualTo(ada.value().toString());
      assertThat(person.get("preferred_username").asString()).isEqualTo("ada");
      assertThat(person.get("name").asString()).isEqualTo("Ada Lovelace");
    }

    @Test
    void shouldNotExchangeACodeTwiceOrWithoutItsVerifier() {
      CodeFlow flow = new CodeFlow(signedIn());
      String stolen = CodeFlow.callback(flow.authorizeSilently()).getOrDefault("code", "");
      HttpResponse<String> withAnother = flow.exchange(stolen, CodeFlow.VERIFIER + "-not");
      assertThat(withAnother.statusCode()).isEqualTo(400);

      String code = CodeFlow.callback(flow.authorizeSilently()).getOrDefault("code", "");
      assertThat(flow.exchange(code, CodeFlow.VERIFIER).statusCode()).isEqualTo(200);
      HttpResponse<String> again = flow.exchange(code, CodeFlow.VERIFIER);
      assertThat(again.statusCode()).isEqualTo(400);
      assertThat(TestBrowser.json(again).get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void shouldNotAuthorizeWithoutPkceOrWithItsPlainForm() {
      CodeFlow flow = new CodeFlow(signedIn());
      Map<String, String> without = CodeFlow.request();
      without.remove("code_challenge");
      without.remove("code_challenge_method");
      Map<String, String> plain = CodeFlow.request();
      plain.put("code_challenge_method", "plain");
      plain.put("code_challenge", CodeFlow.VERIFIER);

      assertThat(CodeFlow.callback(flow.authorize(without)))
          .containsEntry("error", "invalid_request");
      assertThat(CodeFlow.callback(flow.authorize(plain)))
          .containsEntry("error", "invalid_request");
    }

    @Test
    void shouldNeverSendACodeElsewhere() {
      Map<String, String> elsewhere = CodeFlow.request();
      elsewhere.put("redirect_uri", "https://evil.example/callback");

      HttpResponse<String> answer = new CodeFlow(signedIn()).authorize(elsewhere);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
      assertThat(answer.body()).contains("That did not work").doesNotContain("redirect_uri");
    }

    @Test
    void shouldRefuseForgedAndUnreadableTokens() {
      String token = accessToken(signedIn());
      String[] parts = token.split("\\.");
      String otherBody =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                      .replace("\"ada\"", "\"eve\"")
                      .getBytes(StandardCharsets.UTF_8));
      String unsigned =
          Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
              + "."
              + parts[1]
              + ".";

      assertThat(userInfo(token).statusCode()).isEqualTo(200);
      assertThat(userInfo(parts[0] + "." + otherBody + "." + parts[2]).statusCode()).isEqualTo(401);
      assertThat(userInfo(unsigned).statusCode()).isEqualTo(401);
      assertThat(userInfo("nonsense").statusCode()).isEqualTo(401);
    }

    @Test
    void shouldRevokeATokenOnRequest() {
      TestBrowser browser = signedIn();
      String token = accessToken(browser);
      HttpResponse<String> revoked =
          browser.post(
              "/oauth2/revoke", TestBrowser.JSON, Map.of("client_id", "beep-web", "token", token));

      assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
      assertThat(userInfo(token).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldSendThePersonOnFromTheSignInPage() {
      HttpResponse<String> answer = signedIn().get("/login", TestBrowser.PAGE);

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).contains("/");
    }
  }

  @Nested
  class WhenSigningOut {

    @Test
    void shouldEndTheSessionEvenForACopyOfItsCookie() {
      TestBrowser browser = signedIn();
      TestBrowser copy = browser.at(identity.address());

      assertThat(browser.postGuarded("/logout", Map.of()).statusCode()).isEqualTo(204);

      assertThat(browser.cookies()).doesNotContainKey("beep-session");
      assertThat(CodeFlow.callback(new CodeFlow(copy).authorizeSilently()))
          .containsEntry("error", "login_required");
    }

    @Test
    void shouldNotBelieveAForgedRequest() {
      TestBrowser browser = signedIn();

      HttpResponse<String> forged = browser.post("/logout", TestBrowser.JSON, Map.of());

      assertThat(forged.statusCode()).isEqualTo(403);
      assertThat(TestBrowser.json(forged).get("code").asString()).isEqualTo("csrf.invalid");
      assertThat(CodeFlow.callback(new CodeFlow(browser).authorizeSilently())).containsKey("code");
    }

    @Test
    void shouldEndTheSessionByOpenIdConnectToo() {
      TestBrowser browser = signedIn();
      String idToken = new CodeFlow(browser).tokens().get("id_token").asString();
      TestBrowser copy = browser.at(identity.address());

      HttpResponse<String> ended =
          browser.get(
              "/connect/logout?"
                  + TestBrowser.encode(
                      Map.of(
                          "id_token_hint",
                          idToken,
                          "post_logout_redirect_uri",
                          RunningIdentity.PUBLIC_URL + "/")),
              TestBrowser.PAGE);

      assertThat(ended.statusCode()).as(ended.body()).isEqualTo(302);
      assertThat(ended.headers().firstValue("Location")).contains(RunningIdentity.PUBLIC_URL + "/");
      assertThat(CodeFlow.callback(new CodeFlow(copy).authorizeSilently()))
          .containsEntry("error", "login_required");
    }
  }

  @Nested
  class WhenTimePasses {

    @Test
    void shouldStaySignedInForThirtyDaysSinceTheLastUse() {
      AdjustableClock clock = new AdjustableClock();
      try (RunningIdentity later =
          RunningIdentity.start(TestPostgres.database("identity"), COMMAND_SIDE, clock)) {
        later.signUp("grace");
        TestBrowser browser = later.browser();
        browser.signIn("grace@example.org", RunningIdentity.PASSWORD);

        clock.advance(Duration.ofDays(29));
        assertThat(new CodeFlow(browser).authorizeSilently().headers().allValues("Set-Cookie"))
            .anySatisfy(
                cookie ->
                    assertThat(cookie)
                        .startsWith("beep-session=")
                        .contains("Max-Age=2592000", "HttpOnly", "SameSite=Lax"));
        clock.advance(Duration.ofDays(29));
        assertThat(CodeFlow.callback(new CodeFlow(browser).authorizeSilently()))
            .containsKey("code");
        clock.advance(Duration.ofDays(31));
        assertThat(CodeFlow.callback(new CodeFlow(browser).authorizeSilently()))
            .containsEntry("error", "login_required");
      }
    }
  }

  @Nested
  class WhenItStartsAgain {

    @Test
    void shouldKeepSessionsAndKeys() {
      TestBrowser browser = signedIn();
      String token = accessToken(browser);
      String keys = identity.browser().get("/oauth2/jwks", TestBrowser.JSON).body();

      identity.close();
      identity = RunningIdentity.start(database, COMMAND_SIDE, CLOCK);

      assertThat(identity.browser().get("/oauth2/jwks", TestBrowser.JSON).body()).isEqualTo(keys);
      assertThat(userInfo(token).statusCode()).isEqualTo(200);
      TestBrowser later = browser.at(identity.address());
      assertThat(CodeFlow.callback(new CodeFlow(later).authorizeSilently())).containsKey("code");
    }
  }

  @Nested
  class WhenAnOperatorAsks {

    @Test
    void shouldIssueATokenForTwelveHoursAndWriteItDown() {
      String token = identity.bean(OperatorTokens.class).issue("ADA");

      JsonNode claims = claims(token);
      assertThat(claims.get("sub").asString()).isEqualTo(ada.value().toString());
      assertThat(claims.get("aud")).asString().contains("beep");
      assertThat(claims.get("preferred_username").asString()).isEqualTo("ada");
      assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(12 * 3600);
      assertThat(identity.bean(AccountDirectory.class).findByUsername("Ada")).contains(ada);
    }
  }

  @Nested
  class WhenATokenHasExpired {

    @Test
    void shouldBelieveItNoLonger() {
      JwtDecoder decoder = identity.bean(JwtDecoder.class);
      String fresh = identity.bean(OperatorTokens.class).issue("ada");
      AdjustableClock thirteenHoursAgo = new AdjustableClock();
      thirteenHoursAgo.advance(Duration.ofHours(-13));
      String expired;
      try (RunningIdentity earlier =
          RunningIdentity.start(database, COMMAND_SIDE, thirteenHoursAgo)) {
        expired = earlier.bean(OperatorTokens.class).issue("ada");
      }

      assertThat(decoder.decode(fresh).getSubject()).isEqualTo(ada.value().toString());
      assertThatThrownBy(() -> decoder.decode(expired)).isInstanceOf(JwtValidationException.class);
      assertThat(userInfo(expired).statusCode()).isEqualTo(401);
    }
  }

  @Nested
  class WhenAskedWhatItDoes {

    @Test
    void shouldDescribeItselfAtThePublicAddress() {
      JsonNode document =
          TestBrowser.json(
              identity.browser().get("/.well-known/openid-configuration", TestBrowser.JSON));

      assertThat(document.get("issuer").asString()).isEqualTo(RunningIdentity.PUBLIC_URL);
      assertThat(URI.create(document.get("token_endpoint").asString()).getHost())
          .isEqualTo("beep.test");
      assertThat(document.get("code_challenge_methods_supported")).asString().contains("S256");
      assertThat(document.get("grant_types_supported"))
          .asString()
          .isEqualTo("[\"authorization_code\"]");
    }

    @Test
    void shouldPublishNoPrivatePartOfAKey() {
      String keys = identity.browser().get("/oauth2/jwks", TestBrowser.JSON).body();

      assertThat(keys).contains("\"n\":").doesNotContain("\"d\":", "\"p\":", "\"q\":");
    }
  }
}

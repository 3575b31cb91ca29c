package io.beep.acceptance.user;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Browser;
import io.beep.acceptance.shared.Browser.Proof;
import io.beep.acceptance.shared.Browser.Tokens;
import io.beep.acceptance.shared.Jwt;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.SignUp;
import java.net.HttpCookie;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBeep
class SignInTest {

  private final Beep beep;
  private final SignUp signUp = SignUp.fresh();
  private final Person ada;

  SignInTest(Beep beep) {
    this.beep = beep;
    this.ada = beep.newcomer(signUp);
  }

  private Browser browser() {
    return new Browser(beep);
  }

  @Nested
  class WhenAClientAsksHow {

    @Test
    void shouldTellOnItsOwnOrigin() {
      JsonNode discovery = beep.get("/.well-known/openid-configuration").requireSuccess().json();

      assertThat(discovery.path("issuer").asString("")).isEqualTo(beep.url());
      for (String endpoint :
          new String[] {
            "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"
          }) {
        assertThat(discovery.path(endpoint).asString("")).startsWith(beep.url() + "/");
      }
      assertThat(texts(discovery.path("code_challenge_methods_supported"))).contains("S256");
      assertThat(texts(discovery.path("scopes_supported"))).contains("openid", "profile", "beep");
      assertThat(texts(discovery.path("response_types_supported"))).containsExactly("code");
    }

    @Test
    void shouldGivePublicKeysOnly() {
      JsonNode keys = beep.get("/oauth2/jwks").requireSuccess().json().path("keys");

      assertThat(keys).isNotEmpty();
      for (JsonNode key : keys) {
        assertThat(key.path("kty").asString("")).isEqualTo("RSA");
        assertThat(key.has("d")).as("a private exponent").isFalse();
        assertThat(key.has("p")).as("a prime").isFalse();
      }
    }
  }

  @Nested
  class WhenAPersonSignsIn {

    private final Tokens tokens = browser().signIn(signUp);

    @Test
    void shouldGiveTokensForThem() {
      assertThat(tokens.all().path("token_type").asString("")).isEqualToIgnoringCase("Bearer");
      assertThat(tokens.all().path("expires_in").asLong()).isBetween(60L, 3600L);
      assertThat(texts(tokens.all().path("scope").asString("")))
          .contains("openid", "profile", "beep");
      assertThat(ada.with(beep, tokens.accessToken()).get("/api/me").json().path("id").asString(""))
          .isEqualTo(ada.id());
    }

    @Test
    void shouldSayInTheTokenWhoAndForWhat() {
      JsonNode claims = Jwt.claims(tokens.accessToken());

      assertThat(claims.path("sub").asString("")).isEqualTo(ada.id());
      assertThat(claims.path("iss").asString("")).isEqualTo(beep.url());
      assertThat(claims.toString()).doesNotContain(signUp.email(), signUp.password());
    }

    @Test
    void shouldGiveNothingThatLasts() {
      assertThat(tokens.all().has("refresh_token")).isFalse();
    }

    @Test
    void shouldSayAtUserinfoWhoTheyAre() {
      Answer userInfo =
          beep.call("GET", "/userinfo").bearing(tokens.accessToken()).send().requireSuccess();

      assertThat(userInfo.json().path("sub").asString("")).isEqualTo(ada.id());
      assertThat(userInfo.json().path("preferred_username").asString(""))
          .isEqualTo(signUp.username());
    }

    @Test
    void shouldTakeTheAddressInAnyCase() {
      String upper = signUp.email().toUpperCase(java.util.Locale.ROOT);

      assertThat(browser().signIn(upper, signUp.password()).accessToken()).isNotEmpty();
    }

    @Test
    void shouldKeepTheSessionFromScripts() {
      Browser browser = browser();
      browser.signIn(signUp);

      assertThat(browser.cookies()).isNotEmpty().allMatch(HttpCookie::isHttpOnly);
    }
  }

  @Nested
  class WhenTheyCannotSay {

    @Test
    void shouldRefuseAWrongPassword() {
      assertThat(tried(signUp.email(), "not the password")).hasStatus(401);
    }

    @Test
    void shouldRefuseAPasswordInAnotherCase() {
      assertThat(tried(signUp.email(), signUp.password().toUpperCase(java.util.Locale.ROOT)))
          .hasStatus(401);
    }

    @Test
    void shouldRefuseNoPassword() {
      assertThat(tried(signUp.email(), "")).hasStatus(400);
    }

    @Test
    void shouldNotTellWhetherThereIsSuchAnAccount() {
      String nobody = SignUp.fresh().email();

      Answer unknown = tried(nobody, "not the password");
      Answer known = tried(signUp.email(), "not the password");

      assertThat(unknown).hasStatus(401);
      assertThat(comparable(unknown, nobody)).isEqualTo(comparable(known, signUp.email()));
    }

    @Test
    void shouldNotBreakOnMarkupInTheAddress() {
      Answer answer = tried("\"><script>alert(1)</script>@example.org", "not the password");

      assertThat(answer).hasStatus(401);
      assertThat(answer.text()).doesNotContain("<script>");
    }

    @Test
    void shouldRefuseAFormThatItDidNotGive() {
      Answer answer =
          browser()
              .page("POST", beep.at("/login").toString())
              .body(
                  "application/x-www-form-urlencoded",
                  ("email=" + signUp.email() + "&password=" + signUp.password().replace(' ', '+'))
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .send();

      assertThat(answer).hasStatus(403);
      assertThat(answer.all("Set-Cookie")).noneMatch(cookie -> cookie.contains("session="));
    }

    private Answer tried(String email, String password) {
      Browser browser = browser();
      Answer page = browser.follow(browser.authorize(browser.authorization(Proof.fresh())));
      Answer answer = browser.submit(page, email, password);
      assertThat(browser.cookies()).noneMatch(cookie -> cookie.getName().contains("session"));
      return answer;
    }

    private static String comparable(Answer answer, String email) {
      return answer.text().replace(email, "").replaceAll("(_csrf|continue)\" value=\"[^\"]*", "");
    }
  }

  @Nested
  class WhenTheTokenEnds {

    @Test
    void shouldRenewItWithoutThem() {
      Browser browser = browser();
      Tokens first = browser.signIn(signUp);

      Tokens second = browser.renew();

      assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
      assertThat(ada.with(beep, second.accessToken()).get("/api/me")).hasStatus(200);
    }

    @Test
    void shouldSayToTheClientThatNobodyIsSignedIn() {
      Browser browser = browser();
      Map<String, String> request = browser.authorization(Proof.fresh());
      request.put("prompt", "none");

      Map<String, String> back = browser.callback(browser.authorize(request), request);

      assertThat(back).containsEntry("error", "login_required").doesNotContainKey("code");
    }

    @Test
    void shouldNotRenewItAfterSigningOut() {
      Browser browser = browser();
      browser.signIn(signUp);
      Answer csrf =
          browser.call("GET", beep.at("/identity/csrf").toString()).send().requireSuccess();
      browser
          .call("POST", beep.at("/logout").toString())
          .header(
              csrf.json().path("headerName").asString(""), csrf.json().path("token").asString(""))
          .send()
          .requireSuccess();
      Map<String, String> request = browser.authorization(Proof.fresh());
      request.put("prompt", "none");

      Map<String, String> back = browser.callback(browser.authorize(request), request);

      assertThat(back).containsEntry("error", "login_required");
    }
  }

  @Nested
  class WhenSomeoneTricksTheFlow {

    private final Browser browser = browser();

    WhenSomeoneTricksTheFlow() {
      browser.signIn(signUp);
    }

    @Test
    void shouldTakeACodeOnlyOnce() {
      Proof proof = Proof.fresh();
      String code = freshCode(proof);
      browser.redeem(code, proof);

      assertRefused(browser.exchange(code, proof.verifier()), "invalid_grant");
    }

    @Test
    void shouldTakeACodeOnlyFromWhoAskedForIt() {
      String code = freshCode(Proof.fresh());

      assertRefused(browser.exchange(code, Proof.fresh().verifier()), "invalid_grant");
    }

    @Test
    void shouldNotTakeAnInventedCode() {
      assertRefused(browser.exchange("invented", Proof.fresh().verifier()), "invalid_grant");
    }

    @Test
    void shouldAskForAProof() {
      Map<String, String> request = browser.authorization(Proof.fresh());
      request.remove("code_challenge");
      request.remove("code_challenge_method");

      Map<String, String> back = browser.callback(browser.authorize(request), request);

      assertThat(back).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void shouldNotTakeAProofThatIsNoSecret() {
      Map<String, String> request = browser.authorization(Proof.fresh());
      request.put("code_challenge_method", "plain");

      Map<String, String> back = browser.callback(browser.authorize(request), request);

      assertThat(back).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void shouldNotGoAnywhereElse() {
      Map<String, String> request = browser.authorization(Proof.fresh());
      request.put("redirect_uri", "https://evil.example/callback");

      assertRefusedHere(browser.authorize(request));
    }

    @Test
    void shouldNotKnowAnotherClient() {
      Map<String, String> request = browser.authorization(Proof.fresh());
      request.put("client_id", "beep-else");

      assertRefusedHere(browser.authorize(request));
    }

    @Test
    void shouldNotGoElsewhereAfterSignIn() {
      Browser fresh = browser();
      Answer page =
          fresh
              .page("GET", beep.at("/login?continue=https%3A%2F%2Fevil.example%2F").toString())
              .send();

      Answer entered = fresh.submit(page, signUp.email(), signUp.password());

      assertThat(fresh.target(entered)).isEqualTo(beep.url() + "/");
    }

    private String freshCode(Proof proof) {
      Map<String, String> request = browser.authorization(proof);
      return browser.code(browser.authorize(request), request);
    }

    private void assertRefused(Answer answer, String error) {
      assertThat(answer).hasStatus(400);
      assertThat(answer.json().path("error").asString("")).isEqualTo(error);
      assertThat(answer.json().has("access_token")).isFalse();
    }

    private void assertRefusedHere(Answer answer) {
      assertThat(answer).hasStatus(400);
      assertThat(answer.header("Location")).isEmpty();
    }
  }

  private static Iterable<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(node -> node.asString("")).toList();
  }

  private static Iterable<String> texts(String words) {
    return java.util.List.of(words.split(" "));
  }
}

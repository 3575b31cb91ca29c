package io.beep.acceptance.user;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.Browser;
import io.beep.acceptance.shared.Call;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Ids;
import io.beep.acceptance.shared.Jwt;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.Witness;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What is no token of this Beep opens nothing. A token that is signed rightly and has expired
 * cannot be had from outside; such a one is made in the tests of the gateway.
 */
@OnBeep
class AccessTokenTest {

  private final Beep beep;
  private final Person ada;
  private final Community community;
  private final Witness witness;

  AccessTokenTest(Beep beep) {
    this.beep = beep;
    this.ada = beep.ada();
    this.community = ada.foundPrivate("Behind a token");
    this.witness = beep.witness();
  }

  private void assertOpensNothing(String token) {
    assertRefused("Bearer " + token);
  }

  private void assertRefused(String authorization) {
    for (Call call : calls()) {
      Answer answer = witness.ofNothing(() -> call.header("Authorization", authorization).send());
      assertThat(answer).isProblem(401, "token.invalid");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").contains("invalid_token");
    }
  }

  /** One of each kind: a query, a command, the feed. */
  private List<Call> calls() {
    return List.of(
        beep.call("GET", "/api/me"),
        beep.call("POST", "/api/channels/" + community.text() + "/messages")
            .json(Map.of("content", "forged")),
        beep.call("GET", "/api/feed").header("Accept", "text/event-stream"));
  }

  @Nested
  class WhenThereIsNone {

    @Test
    void shouldAskForOne() {
      for (Call call : calls()) {
        Answer answer = witness.ofNothing(call::send);
        assertThat(answer).isProblem(401, "token.missing").hasHeader("WWW-Authenticate", "Bearer");
      }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void shouldAskForOneAt(String methodAndPath) {
      String[] parts = methodAndPath.split(" ");

      assertThat(beep.call(parts[0], parts[1]).json("{}").send()).isProblem(401, "token.missing");
    }

    static Stream<String> addresses() {
      String id = Ids.ofNothing();
      return Stream.of(
          "POST /api/servers",
          "GET /api/servers",
          "GET /api/servers/" + id,
          "PATCH /api/servers/" + id,
          "DELETE /api/servers/" + id,
          "GET /api/discovery/servers",
          "PUT /api/servers/" + id + "/members/me",
          "DELETE /api/servers/" + id + "/members/me",
          "GET /api/servers/" + id + "/members",
          "POST /api/servers/" + id + "/channels",
          "PATCH /api/channels/" + id,
          "DELETE /api/channels/" + id,
          "POST /api/channels/" + id + "/messages",
          "GET /api/channels/" + id + "/messages",
          "PATCH /api/messages/" + id,
          "DELETE /api/messages/" + id,
          "POST /api/channels/" + id + "/typing",
          "GET /api/search/messages?q=a",
          "GET /api/me",
          "PUT /api/me/presence",
          "PUT /api/me/devices/" + id,
          "GET /api/servers/" + id + "/presences",
          "GET /api/channels/" + id + "/members",
          "GET /api/feed");
    }

    @Test
    void shouldNotTakeItFromTheQuery() {
      Answer answer = beep.get("/api/me?access_token=" + ada.token());

      assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void shouldNotTakeItFromAForm() {
      byte[] form = ("access_token=" + ada.token()).getBytes(StandardCharsets.UTF_8);

      Answer answer =
          beep.call("POST", "/api/servers").body("application/x-www-form-urlencoded", form).send();

      assertThat(answer).isProblem(401, "token.missing");
    }

    @Test
    void shouldNotTakeASessionForOne() {
      Browser browser = new Browser(beep);
      browser.signIn(ada.signUp());

      Answer answer = browser.call("GET", beep.at("/api/me").toString()).send();

      assertThat(answer).isProblem(401, "token.missing");
    }
  }

  @Nested
  class WhenItIsForged {

    @ParameterizedTest(name = "alg {0}")
    @MethodSource("algorithms")
    void shouldRefuseOneWithoutSignature(String algorithm) {
      assertOpensNothing(Jwt.unsigned(ada.token(), algorithm));
    }

    static Stream<String> algorithms() {
      return Stream.of("none", "None", "NONE", "nOnE", "RS256");
    }

    @Test
    void shouldRefuseOneWhoseSignatureWasCutOff() {
      assertOpensNothing(ada.token().substring(0, ada.token().lastIndexOf('.') + 1));
    }

    @Test
    void shouldRefuseOneThatAnotherKeySigned() {
      assertOpensNothing(signedByOther("jti", "forged"));
    }

    @Test
    void shouldRefuseOneThatThePublicKeySigned() {
      assertOpensNothing(Jwt.signedByPublicKey(ada.token(), pem(publicKey())));
      assertOpensNothing(Jwt.signedByPublicKey(ada.token(), publicKey()));
    }

    @Test
    void shouldRefuseOneOfAnotherIssuer() {
      assertOpensNothing(signedByOther("iss", "https://evil.example"));
    }

    @Test
    void shouldRefuseOneForAnotherAudience() {
      assertOpensNothing(signedByOther("aud", "another"));
    }

    @Test
    void shouldRefuseOneThatHasExpired() {
      assertOpensNothing(signedByOther("exp", Instant.now().minusSeconds(3600).getEpochSecond()));
    }

    @Test
    void shouldRefuseOneWhosePayloadWasChanged() {
      Person eve = beep.grace();

      assertOpensNothing(Jwt.tampered(eve.token(), "sub", ada.id()));
    }

    @Test
    void shouldRefuseOneWhoseEndWasMovedAway() {
      assertOpensNothing(
          Jwt.tampered(ada.token(), "exp", Instant.now().plusSeconds(864_000).getEpochSecond()));
    }

    @Test
    void shouldRefuseOneWhoseSignatureDiffersInOneBit() {
      String token = ada.token();
      int at = token.lastIndexOf('.') + 10;
      char other = token.charAt(at) == 'A' ? 'B' : 'A';

      assertOpensNothing(token.substring(0, at) + other + token.substring(at + 1));
    }

    private String signedByOther(String claim, Object value) {
      return Jwt.signedByOther(ada.token(), Jwt.claims(ada.token(), claim, value));
    }

    private byte[] publicKey() {
      String keyId = Jwt.header(ada.token()).path("kid").asString("");
      for (JsonNode key : beep.get("/oauth2/jwks").json().path("keys")) {
        if (key.path("kid").asString("").equals(keyId)) {
          try {
            return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")))
                .getEncoded();
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      throw new AssertionError("the key that signed the token is not published");
    }

    private static BigInteger number(JsonNode key, String name) {
      return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString("")));
    }

    private static byte[] pem(byte[] key) {
      return ("-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
              + "\n-----END PUBLIC KEY-----\n")
          .getBytes(StandardCharsets.US_ASCII);
    }
  }

  @Nested
  class WhenItIsRealAndForSomethingElse {

    @Test
    void shouldRefuseAnIdToken() {
      assertOpensNothing(new Browser(beep).signIn(ada.signUp()).idToken());
    }
  }

  @Nested
  class WhenItIsNoToken {

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void shouldRefuse(String authorization) {
      assertRefused(authorization);
    }

    static Stream<String> headers() {
      return Stream.of(
          "Bearer",
          "Bearer nonsense",
          "Bearer a.b.c",
          "Bearer ..",
          "Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl",
          "Bearer " + "a".repeat(4000),
          "Bearer two tokens",
          "Bearer ünïcode");
    }

    @Test
    void shouldNotTakeAPassword() {
      String basic =
          Base64.getEncoder()
              .encodeToString(
                  (ada.username() + ":" + ada.signUp().password())
                      .getBytes(StandardCharsets.UTF_8));

      Answer answer = beep.call("GET", "/api/me").header("Authorization", "Basic " + basic).send();

      assertThat(answer.status()).isEqualTo(401);
    }
  }
}

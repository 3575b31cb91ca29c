package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {

  @TempDir static Path web;

  private GatewayNode node;
  private UserId alice;

  @BeforeEach
  void start() {
    node = new GatewayNode(web);
    alice = new UserId(node.ids().next());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Reply with(String token) {
    return node.send(node.anonymous("/api/me").header("Authorization", "Bearer " + token));
  }

  private void assertInvalid(Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("token.invalid");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void shouldTakeTokenOfIdentity() {
    assertThat(with(node.identity().token(alice)).status()).isEqualTo(200);
  }

  @Test
  void shouldAskForToken() {
    Reply reply = node.send(node.anonymous("/api/me"));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("token.missing");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void shouldAskForTokenBeforeTheFeed() {
    assertThat(node.send(node.anonymous("/api/feed")).status()).isEqualTo(401);
  }

  @Test
  void shouldNotTakeTokenFromTheQuery() {
    assertThat(
            node.send(node.anonymous("/api/me?access_token=" + node.identity().token(alice)))
                .status())
        .isEqualTo(401);
  }

  @Test
  void shouldRefuseForgedToken() {
    assertInvalid(with(node.identity().forgedToken(alice)));
  }

  @Test
  void shouldRefuseTokenWithoutSignature() {
    assertInvalid(
        with("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwiYXVkIjoiYmVlcCIsImV4cCI6OTk5OTk5OTk5OX0."));
  }

  @Test
  void shouldRefuseWhatIsNoToken() {
    assertInvalid(with("nonsense"));
    assertInvalid(node.send(node.anonymous("/api/me").header("Authorization", "Bearer")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer ", "Bearer =", "Bearer a b", "Bearer a=b", "Bearerabc", "Bearer a,b"})
  void shouldRefuseWhatHasNotTheFormOfAToken(String authorization) {
    assertInvalid(node.send(node.anonymous("/api/me").header("Authorization", authorization)));
  }

  @Test
  void shouldTakeTheSchemeInAnyCase() {
    String token = node.identity().token(alice);

    Reply reply = node.send(node.anonymous("/api/me").header("Authorization", "bEARER " + token));

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void shouldAskForATokenWhereAnotherSchemeIsUsed() {
    Reply reply = node.send(node.anonymous("/api/me").header("Authorization", "Basic YTpi"));

    assertThat(reply.code()).isEqualTo("token.missing");
  }

  @Test
  void shouldRefuseAKnownTokenOnceItsTimeIsOver() {
    Instant nearlyOver = Instant.now().minusSeconds(1);
    String token =
        node.identity()
            .token(
                alice,
                c ->
                    c.issueTime(Date.from(nearlyOver.minusSeconds(60)))
                        .expirationTime(Date.from(nearlyOver)));
    assertThat(with(token).status()).isEqualTo(200);

    await().untilAsserted(() -> assertInvalid(with(token)));
  }

  @Test
  void shouldRefuseARevokedTokenFromTheNextRequestOn() {
    String token = node.identity().token(alice, c -> c.jwtID("the-token"));
    String other = node.identity().token(alice, c -> c.jwtID("another"));
    assertThat(with(token).status()).isEqualTo(200);

    node.revocations().revoke("the-token");

    assertInvalid(with(token));
    assertThat(with(other).status()).isEqualTo(200);
  }

  @Test
  void shouldRefuseEveryTokenOfASessionThatEnded() {
    String token = node.identity().token(alice, c -> c.jwtID("a").claim("sid", "the-session"));
    String later = node.identity().token(alice, c -> c.jwtID("b").claim("sid", "the-session"));
    assertThat(with(token).status()).isEqualTo(200);

    node.revocations().revoke("the-session");

    assertInvalid(with(token));
    assertInvalid(with(later));
    assertThat(with(node.identity().token(alice)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/revoke", "/logout", "/connect/logout", "/login"})
  void shouldKnowWhatWasEndedThroughItselfBeforeItAnswers(String path) {
    String token = node.identity().token(alice, c -> c.jwtID("the-token"));
    assertThat(with(token).status()).isEqualTo(200);
    node.revocations().write("the-token");

    node.send(node.anonymous(path).POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

    assertInvalid(with(token));
  }

  @Test
  void shouldLetNobodyInBeforeItKnowsWhatIsRevoked() {
    node.revocations().known(false);

    Reply reply = with(node.identity().token(alice));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("identity.unavailable");
  }

  @Test
  void shouldRefuseExpiredToken() {
    Instant past = Instant.now().minusSeconds(60);

    assertInvalid(with(node.identity().token(alice, c -> c.expirationTime(Date.from(past)))));
  }

  @Test
  void shouldRefuseTokenOfTheFuture() {
    Instant future = Instant.now().plusSeconds(60);

    assertInvalid(with(node.identity().token(alice, c -> c.notBeforeTime(Date.from(future)))));
  }

  @Test
  void shouldRefuseTokenThatNeverExpires() {
    assertInvalid(with(node.identity().token(alice, c -> c.expirationTime(null))));
  }

  @Test
  void shouldRefuseTokenOfAnotherIssuer() {
    assertInvalid(with(node.identity().token(alice, c -> c.issuer("http://elsewhere"))));
  }

  @Test
  void shouldRefuseIdToken() {
    assertInvalid(with(node.identity().token(alice, c -> c.audience("beep-web"))));
  }

  @Test
  void shouldRefuseTokenThatSpeaksForNoUser() {
    assertInvalid(with(node.identity().token(alice, c -> c.subject("admin"))));
  }

  @Test
  void shouldSayUnavailableWhileIdentityIsDown() {
    String token = node.identity().token(alice);
    node.identity().close();

    Reply reply = with(token);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("identity.unavailable");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void shouldGoOnWithKnownKeysWhileIdentityIsDown() {
    with(node.identity().token(alice));
    node.identity().close();

    assertThat(with(node.identity().token(alice)).status()).isEqualTo(200);
  }

  @Test
  void shouldTellBrowsersToTrustNothingElse() {
    for (String path : List.of("/api/me", "/api/nothing", "/nothing", "/api/feed")) {
      Reply reply = node.send(node.anonymous(path));

      assertThat(reply.header("Content-Security-Policy"))
          .startsWith("default-src 'none'; script-src 'self';")
          .contains("frame-ancestors 'none'");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(reply.header("Permissions-Policy")).contains("geolocation=()");
      assertThat(reply.header("Server")).isEmpty();
      assertThat(reply.header("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void shouldRefuseCraftedPaths() {
    for (String path : List.of("/api/..%2f..%2fetc", "/api/%2e%2e/x", "/assets/..%2f..%2fetc")) {
      Reply reply = node.send(node.anonymous(path));
      assertThat(reply.status()).isIn(400, 404);
      assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }
}

package io.beep.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.gateway.fixture.FakeIdentity;
import io.beep.gateway.fixture.GatewayNode;
import io.beep.gateway.fixture.GatewayNode.Reply;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not the API: the web app, and identity behind the same origin. */
class FrontTest {

  @TempDir Path directory;

  private GatewayNode node;

  @BeforeEach
  void start() throws IOException {
    Path web = Files.createDirectories(directory.resolve("web"));
    Files.createDirectories(web.resolve("assets"));
    Files.writeString(web.resolve("index.html"), "<!doctype html><title>Beep</title>");
    Files.writeString(web.resolve("assets/app-1a2b.js"), "let a = 1;");
    Files.writeString(web.resolve("assets/app-1a2b.js.br"), "brotli");
    Files.writeString(web.resolve("assets/app-1a2b.js.gz"), "gzip");
    Files.writeString(web.resolve("manifest.webmanifest"), "{}");
    Files.writeString(directory.resolve("secret.txt"), "classified");
    node = new GatewayNode(web);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Reply page(String path) {
    return node.send(node.anonymous(path).header("Accept", "text/html,*/*;q=0.8"));
  }

  @Nested
  class WhenServingTheWebApp {

    @Test
    void shouldServeThePageAtEveryAddressOfTheApp() {
      for (String path : java.util.List.of("/", "/servers/42", "/callback?code=x", "/apiary")) {
        Reply reply = page(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.response().body()).contains("<title>Beep</title>");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
      }
    }

    @Test
    void shouldServeTheFirstPageToWhoeverAsks() {
      for (String accept : java.util.List.of("*/*", "application/xhtml+xml")) {
        Reply reply = node.send(node.anonymous("/").header("Accept", accept));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.response().body()).contains("<title>Beep</title>");
      }
      assertThat(node.send(node.anonymous("/servers/42")).status()).isEqualTo(404);
    }

    @Test
    void shouldNotSendWhatTheBrowserHas() {
      String etag = page("/").header("ETag");

      Reply again =
          node.send(
              node.anonymous("/").header("Accept", "text/html").header("If-None-Match", etag));

      assertThat(again.status()).isEqualTo(304);
      assertThat(again.response().body()).isEmpty();
    }

    @Test
    void shouldLetAssetsBeKeptForEver() {
      Reply reply = node.send(node.anonymous("/assets/app-1a2b.js"));

      assertThat(reply.response().body()).isEqualTo("let a = 1;");
      assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(reply.header("Content-Type")).startsWith("text/javascript");
    }

    @Test
    void shouldSendTheSmallestFormThatTheBrowserTakes() {
      Reply br =
          node.send(
              node.anonymous("/assets/app-1a2b.js").header("Accept-Encoding", "gzip, deflate, br"));
      Reply gzip =
          node.send(node.anonymous("/assets/app-1a2b.js").header("Accept-Encoding", "gzip"));

      assertThat(br.header("Content-Encoding")).isEqualTo("br");
      assertThat(br.response().body()).isEqualTo("brotli");
      assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(gzip.header("Vary")).isEqualTo("Accept-Encoding");
      assertThat(gzip.header("Content-Type")).startsWith("text/javascript");
    }

    @Test
    void shouldNotServeThePageForAssetThatIsMissing() {
      assertThat(page("/assets/gone.js").status()).isEqualTo(404);
      assertThat(node.send(node.anonymous("/favicon.ico")).status()).isEqualTo(404);
    }

    @Test
    void shouldNotFindWhatNoFileIsCalled() {
      for (String path : java.util.List.of("/%C3%A9", "/%ff", "/%C3%A9/%F0%9F%90%A6.js")) {
        Reply reply = node.send(node.anonymous(path));
        assertThat(reply.status()).as(path).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("address.not-found");
        assertThat(page(path).status()).as(path).isEqualTo(200);
      }
    }

    @Test
    void shouldNotLeaveItsDirectory() {
      for (String path :
          java.util.List.of("/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt")) {
        assertThat(node.send(node.anonymous(path)).response().body()).doesNotContain("classified");
        assertThat(node.send(node.anonymous(path)).status()).isIn(400, 404);
      }
    }

    @Test
    void shouldTakeNothing() {
      Reply reply = node.send(node.anonymous("/").POST(BodyPublishers.ofString("x")));

      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
    }
  }

  @Nested
  class WhenPassingOnToIdentity {

    @Test
    void shouldPassRequestAndSayWhereItCameFrom() {
      Reply reply =
          node.send(
              node.anonymous("/login?a=%20b")
                  .header("Cookie", "BEEP=0")
                  .header("X-Forwarded-Host", "evil.example")
                  .header("X-Forwarded-For", "6.6.6.6")
                  .header("Forwarded", "host=evil.example")
                  .POST(BodyPublishers.ofString("username=a")));

      FakeIdentity.Seen seen = node.identity().seen().getFirst();
      assertThat(seen.method()).isEqualTo("POST");
      assertThat(seen.uri()).isEqualTo("/login?a=%20b");
      assertThat(seen.body()).isEqualTo("username=a");
      assertThat(seen.header("Cookie")).containsExactly("BEEP=0");
      assertThat(seen.header("X-Forwarded-Host")).containsExactly("beep.example:8080");
      assertThat(seen.header("X-Forwarded-Proto")).containsExactly("http");
      assertThat(seen.header("X-Forwarded-Port")).containsExactly("8080");
      assertThat(seen.header("X-Forwarded-For")).containsExactly("127.0.0.1");
      assertThat(seen.header("Forwarded")).isEmpty();
      assertThat(reply.status()).isEqualTo(302);
      assertThat(reply.header("Location")).isEqualTo("/callback?code=1");
      assertThat(reply.response().headers().allValues("Set-Cookie"))
          .containsExactlyInAnyOrder("BEEP=1; HttpOnly", "OTHER=2");
    }

    @Test
    void shouldPassAllThatIsIdentitys() {
      for (String path :
          java.util.List.of(
              "/oauth2/authorize",
              "/login/options",
              "/logout",
              "/userinfo",
              "/connect/logout",
              "/.well-known/openid-configuration",
              "/identity/style.css")) {
        Reply reply = page(path);
        assertThat(reply.response().body()).as(path).startsWith("identity says");
        assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'self'");
        assertThat(reply.response().headers().allValues("X-Content-Type-Options")).hasSize(1);
      }
      assertThat(page("/loginx").response().body()).contains("<title>");
    }

    @Test
    void shouldRefuseWhatIsTooLarge() {
      byte[] large = new byte[(1 << 20) + 1];

      assertThat(
              node.send(node.anonymous("/login").POST(BodyPublishers.ofByteArray(large))).status())
          .isEqualTo(413);
      assertThat(
              node.send(
                      node.anonymous("/login")
                          .POST(
                              BodyPublishers.ofInputStream(
                                  () -> new java.io.ByteArrayInputStream(large))))
                  .status())
          .isEqualTo(413);
    }

    @Test
    void shouldSayUnavailableWhileIdentityIsDown() {
      node.identity().close();

      Reply reply = page("/login");

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("identity.unavailable");
      assertThat(reply.header("Retry-After")).isEqualTo("1");
    }
  }
}

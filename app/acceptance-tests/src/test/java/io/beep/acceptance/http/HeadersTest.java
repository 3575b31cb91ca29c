package io.beep.acceptance.http;

import static io.beep.acceptance.shared.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.OnBeep;
import io.beep.acceptance.shared.Person;
import io.beep.acceptance.shared.RawConnection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells a browser to trust nothing that is not ours, on whatever it is answered. */
@OnBeep
class HeadersTest {

  private final Beep beep;
  private final Person ada;

  HeadersTest(Beep beep) {
    this.beep = beep;
    this.ada = beep.ada();
  }

  private Answer get(String path) {
    return beep.call("GET", path)
        .bearing(ada.token())
        .header("Accept", "text/html, application/json;q=0.9, */*;q=0.1")
        .send();
  }

  @Nested
  class WhenABrowserGetsAnything {

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void shouldBeToldToRunNothingOfOthers(String path) {
      Map<String, List<String>> policy = policy(get(path));

      assertThat(policy.get("default-src")).containsExactly("'none'");
      assertThat(policy.get("frame-ancestors")).containsExactly("'none'");
      assertThat(policy.get("base-uri")).containsExactly("'none'");
      assertThat(policy.get("form-action")).containsExactly("'self'");
      assertThat(policy.values().stream().flatMap(List::stream))
          .doesNotContain("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:*");
      assertThat(policy.getOrDefault("script-src", List.of("'none'")))
          .isSubsetOf("'self'", "'none'");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void shouldNotGuessNorBeFramedNorTell(String path) {
      Answer answer = get(path);

      assertThat(answer)
          .hasHeader("X-Content-Type-Options", "nosniff")
          .hasHeader("X-Frame-Options", "DENY")
          .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
          .hasHeader("Cross-Origin-Resource-Policy", "same-origin");
      assertThat(answer.header("Referrer-Policy")).isIn("no-referrer", "same-origin");
      assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
      assertThat(answer.all("Content-Security-Policy")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void shouldNotLearnWhatRunsHere(String path) {
      Answer answer = get(path);

      assertThat(
              answer.headers().map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
          .doesNotContain("server", "x-powered-by", "via");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void shouldOpenNothingToOtherOrigins(String path) {
      Answer answer =
          RawConnection.once(
              beep,
              "GET " + path,
              "Origin: https://evil.example",
              "Authorization: Bearer " + ada.token(),
              "Accept: text/html, application/json");

      assertThat(answer.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }

    static Stream<String> addresses() {
      return Stream.of(
          "/",
          "/login",
          "/register",
          "/api/me",
          "/api/servers",
          "/api/nothing",
          "/nothing.txt",
          "/api/openapi.json",
          "/oauth2/authorize",
          "/.well-known/openid-configuration");
    }
  }

  @Nested
  class WhenAnAnswerIsSomeonesOwn {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/me", "/api/servers", "/api/nothing", "/login"})
    void shouldNotBeKept(String path) {
      assertThat(get(path).header("Cache-Control")).contains("no-store");
    }
  }

  @Nested
  class WhenThePageIsAskedFor {

    @ParameterizedTest(name = "Accept: {0}")
    @ValueSource(
        strings = {
          "text/html",
          "*/*",
          "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        })
    void shouldBeThePageOfTheApp(String accept) {
      Answer page = beep.call("GET", "/").header("Accept", accept).send();

      assertThat(page).hasStatus(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.text()).containsIgnoringCase("<!doctype html>");
    }

    @Test
    void shouldBeThePageToWhoDoesNotSayWhatTheyTake() {
      Answer page = RawConnection.once(beep, "GET /");

      assertThat(page).hasStatus(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void shouldFindAllThatItNames() {
      Answer page = beep.call("GET", "/").header("Accept", "text/html").send();
      Matcher named = Pattern.compile("(?:src|href)=\"(/[^\"]*)\"").matcher(page.text());
      List<String> files = named.results().map(found -> found.group(1)).toList();

      assertThat(files).isNotEmpty();
      for (String file : files) {
        assertThat(beep.get(file)).hasStatus(200);
      }
    }

    @Test
    void shouldHoldNoScriptInItself() {
      String html = beep.call("GET", "/").header("Accept", "text/html").send().text();

      assertThat(html).doesNotContainPattern("<script(?![^>]*\\bsrc=)[^>]*>[^<]");
      assertThat(html).doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void shouldAskAgainForThePageAndKeepWhatBearsAHash() {
      Answer page = beep.call("GET", "/").header("Accept", "text/html").send();
      Matcher asset = Pattern.compile("\"(/assets/[^\"]*)\"").matcher(page.text());
      assertThat(asset.find()).isTrue();

      assertThat(page.header("Cache-Control")).contains("no-cache");
      assertThat(page.header("ETag")).isNotEmpty();
      assertThat(beep.get(asset.group(1)).header("Cache-Control")).contains("immutable");
      assertThat(
              beep.call("GET", "/")
                  .header("Accept", "text/html")
                  .header("If-None-Match", page.header("ETag"))
                  .send())
          .hasStatus(304);
    }
  }

  @Nested
  class WhenAClientNamesItsRequest {

    @Test
    void shouldCallItThat() {
      Answer answer =
          ada.call("GET", "/api/nothing").header("X-Request-Id", "acceptance-0001").send();

      assertThat(answer).hasHeader("X-Request-Id", "acceptance-0001");
      assertThat(answer.json().path("requestId").asString("")).isEqualTo("acceptance-0001");
    }

    @Test
    void shouldNotTakeAnyName() {
      Answer answer =
          ada.call("GET", "/api/me").header("X-Request-Id", "<script>alert(1)</script>").send();

      assertThat(answer.header("X-Request-Id")).isNotEmpty().doesNotContain("<");
    }
  }

  private static Map<String, List<String>> policy(Answer answer) {
    return Arrays.stream(answer.header("Content-Security-Policy").split(";"))
        .map(String::strip)
        .filter(directive -> !directive.isEmpty())
        .map(directive -> List.of(directive.split(" +")))
        .collect(
            Collectors.toMap(List::getFirst, directive -> directive.subList(1, directive.size())));
  }
}

package io.beep.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.CommandSideFake;
import io.beep.testsupport.TestPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients are told what is wrong in the words of RFC 6749, and never to sign in. */
class ClientRequestsTest {

  private static final CommandSideFake COMMAND_SIDE = new CommandSideFake();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before all
  private static RunningIdentity identity;

  @BeforeAll
  static void start() {
    identity =
        RunningIdentity.start(
            TestPostgres.database("identity"), COMMAND_SIDE, new AdjustableClock());
  }

  @AfterAll
  static void stop() {
    identity.close();
    COMMAND_SIDE.close();
  }

  private static Map<String, String> exchange() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", "beep-web");
    form.put("redirect_uri", CodeFlow.REDIRECT);
    form.put("code", "a-code");
    form.put("code_verifier", CodeFlow.VERIFIER);
    return form;
  }

  private static HttpResponse<String> post(String path, Map<String, String> form) {
    return identity.browser().post(path, TestBrowser.JSON, form);
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String error) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(TestBrowser.json(answer).path("error").asString("")).isEqualTo(error);
    assertThat(answer.headers().allValues("Cache-Control").toString()).contains("no-store");
  }

  @Nested
  class WhenATokenIsAskedFor {

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "client_id", "code", "code_verifier"})
    void shouldSayThatSomethingIsMissing(String parameter) {
      Map<String, String> form = exchange();
      form.remove(parameter);

      HttpResponse<String> answer = post("/oauth2/token", form);

      assertRefused(answer, 400, "invalid_request");
      assertThat(TestBrowser.json(answer).path("error_description").asString(""))
          .contains(parameter);
    }

    @ParameterizedTest
    @CsvSource({
      "password, unsupported_grant_type",
      "client_credentials, unsupported_grant_type",
      "refresh_token, unsupported_grant_type",
      "urn:ietf:params:oauth:grant-type:device_code, unsupported_grant_type",
      "nonsense, unsupported_grant_type"
    })
    void shouldSayWhichGrantsItDoesNotKnow(String grant, String error) {
      Map<String, String> form = exchange();
      form.put("grant_type", grant);

      assertRefused(post("/oauth2/token", form), 400, error);
    }

    @Test
    void shouldSayThatACodeIsNoGood() {
      assertRefused(post("/oauth2/token", exchange()), 400, "invalid_grant");
    }

    @Test
    void shouldSayThatItDoesNotKnowTheClient() {
      Map<String, String> form = exchange();
      form.put("client_id", "another");

      // RFC 6749 leaves the choice between 400 and 401 here.
      assertRefused(post("/oauth2/token", form), 401, "invalid_client");
    }

    @Test
    void shouldNotTakeASecret() {
      Map<String, String> form = exchange();
      form.put("client_secret", "a-secret");

      assertRefused(post("/oauth2/token", form), 401, "invalid_client");
    }

    @Test
    void shouldTakeNothingTwice() {
      Map<String, String> form = exchange();
      String twice = TestBrowser.encode(form) + "&code=another";

      assertRefused(send("POST", "/oauth2/token", twice), 400, "invalid_request");
    }

    @Test
    void shouldTakeNothingFromTheAddress() {
      String address = "/oauth2/token?" + TestBrowser.encode(exchange());

      assertRefused(send("POST", address, ""), 400, "invalid_request");
    }

    @Test
    void shouldTakeNoOtherKindOfBody() {
      assertRefused(
          send("POST", "/oauth2/token", "{}", "application/json"), 400, "invalid_request");
    }
  }

  @Nested
  class WhenATokenIsRevoked {

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "token"})
    void shouldSayThatSomethingIsMissing(String parameter) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("client_id", "beep-web");
      form.put("token", "a-token");
      form.remove(parameter);

      assertRefused(post("/oauth2/revoke", form), 400, "invalid_request");
    }

    @Test
    void shouldSayThatItDoesNotKnowTheClient() {
      assertRefused(
          post("/oauth2/revoke", Map.of("client_id", "another", "token", "a-token")),
          401,
          "invalid_client");
    }
  }

  @Nested
  class WhenTheMethodIsAnother {

    @ParameterizedTest
    @CsvSource({
      "GET, /oauth2/token",
      "HEAD, /oauth2/token",
      "PATCH, /oauth2/token",
      "PUT, /oauth2/token",
      "DELETE, /oauth2/token",
      "GET, /oauth2/revoke",
      "PATCH, /oauth2/revoke"
    })
    void shouldSayWhichOneItIs(String method, String path) {
      HttpResponse<String> answer = send(method, path, "");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    return send(method, path, body, "application/x-www-form-urlencoded");
  }

  private static HttpResponse<String> send(String method, String path, String body, String type) {
    HttpRequest request =
        HttpRequest.newBuilder(identity.address().resolve(path))
            .header("Content-Type", type)
            .header("X-Forwarded-Host", "beep.test")
            .header("X-Forwarded-Proto", "http")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package io.beep.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Code and PKCE as the SPA does them. */
record CodeFlow(TestBrowser browser) {

  static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-for-pkce";
  static final String REDIRECT = RunningIdentity.PUBLIC_URL + "/callback";

  static Map<String, String> request() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", "beep-web");
    request.put("redirect_uri", REDIRECT);
    request.put("scope", "openid profile beep");
    request.put("state", "the state");
    request.put("code_challenge", challenge());
    request.put("code_challenge_method", "S256");
    return request;
  }

  static String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> authorize(Map<String, String> request) {
    return browser.get("/oauth2/authorize?" + TestBrowser.encode(request), TestBrowser.PAGE);
  }

  HttpResponse<String> authorizeSilently() {
    Map<String, String> request = request();
    request.put("prompt", "none");
    return authorize(request);
  }

  HttpResponse<String> exchange(String code, String verifier) {
    return browser.post(
        "/oauth2/token",
        TestBrowser.JSON,
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "beep-web",
            "redirect_uri", REDIRECT,
            "code", code,
            "code_verifier", verifier));
  }

  /** Tokens for whoever is signed in. */
  JsonNode tokens() {
    HttpResponse<String> authorized = authorizeSilently();
    assertThat(callback(authorized)).containsEntry("state", "the state").containsKey("code");
    HttpResponse<String> exchanged =
        exchange(callback(authorized).getOrDefault("code", ""), VERIFIER);
    assertThat(exchanged.statusCode()).as(exchanged.body()).isEqualTo(200);
    return TestBrowser.json(exchanged);
  }

  /** What a redirect to the SPA says. */
  static Map<String, String> callback(HttpResponse<String> response) {
    String location = response.headers().firstValue("Location").orElse("");
    assertThat(location).as("%s %s", response.statusCode(), response.body()).startsWith(REDIRECT);
    return Arrays.stream(URI.create(location).getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}

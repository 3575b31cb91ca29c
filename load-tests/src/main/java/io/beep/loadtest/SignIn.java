package io.beep.loadtest;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Signs users up and in as the web app does: a session cookie, then code and PKCE over it. */
final class SignIn {

  private static final String CLIENT = "beep-web";
  private static final String SCOPE = "openid profile beep";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final BeepHttp http;

  SignIn(BeepHttp http) {
    this.http = http;
  }

  void signUp(String username, String email, String password) {
    BeepHttp.successful(
        "a registration",
        http.post(
            "/api/registrations",
            Map.of(
                "firstName", "Bench",
                "lastName", "User",
                "username", username,
                "email", email,
                "password", password)));
  }

  /** A session of a browser, in its cookies. */
  Cookies signIn(String email, String password) {
    Cookies cookies = new Cookies();
    JsonNode csrf =
        BeepHttp.json(
            BeepHttp.successful(
                "the CSRF token", http.get("/identity/csrf", cookies, "application/json")));
    BeepHttp.successful(
        "a sign-in",
        http.form(
            "/login",
            cookies,
            Map.of("email", email, "password", password),
            Map.of(csrf.path("headerName").stringValue(), csrf.path("token").stringValue())));
    return cookies;
  }

  /** A token over the session, without a page. */
  AccessToken authorize(Cookies session) {
    String verifier = random();
    String state = random();
    String redirect = http.base().resolve("/callback").toString();
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", CLIENT);
    asked.put("redirect_uri", redirect);
    asked.put("scope", SCOPE);
    asked.put("prompt", "none");
    asked.put("state", state);
    asked.put("code_challenge", challenge(verifier));
    asked.put("code_challenge_method", "S256");
    String path = "/oauth2/authorize?" + BeepHttp.encoded(asked);
    HttpResponse<String> answer = http.get(path, session, "text/html");
    Map<String, String> end = parameters(answer);
    String code = end.get("code");
    if (code == null || !state.equals(end.get("state"))) {
      throw new BenchException(
          "no code came from /oauth2/authorize: status " + answer.statusCode() + ", " + end);
    }
    return exchange(session, code, verifier, redirect);
  }

  private AccessToken exchange(Cookies session, String code, String verifier, String redirect) {
    JsonNode token =
        BeepHttp.json(
            BeepHttp.successful(
                "a token",
                http.form(
                    "/oauth2/token",
                    session,
                    Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", redirect,
                        "code", code,
                        "code_verifier", verifier),
                    Map.of())));
    return new AccessToken(
        token.path("access_token").stringValue(),
        Instant.now().plusSeconds(token.path("expires_in").asLong(300)));
  }

  private static Map<String, String> parameters(HttpResponse<String> answer) {
    String query =
        answer.headers().firstValue("Location").map(URI::create).map(URI::getRawQuery).orElse("");
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(
            pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return parameters;
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return BASE64.encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }
}

package io.beep.acceptance.shared;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A browser with one person's cookies, as far as OpenID Connect needs one: it goes where the
 * discovery document says, fills in the form that it is shown, and follows each redirect by hand.
 */
public final class Browser {

  public static final String CLIENT = "beep-web";

  private static final String SCOPES = "openid profile beep";
  private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
  private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\b([a-z-]+)=\"([^\"]*)\"");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Beep beep;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;

  public Browser(Beep beep) {
    this.beep = beep;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(cookies)
            .build();
  }

  /** What the token endpoint gave. */
  public record Tokens(String accessToken, String idToken, JsonNode all) {}

  /** The secret of PKCE, and what is sent of it first. */
  public record Proof(String verifier, String challenge) {
    public static Proof fresh() {
      String verifier = random();
      return new Proof(verifier, base64(sha256(verifier)));
    }
  }

  /** From nothing to tokens. */
  public Tokens signIn(SignUp signUp) {
    return signIn(signUp.email(), signUp.password());
  }

  public Tokens signIn(String email, String password) {
    Proof proof = Proof.fresh();
    Map<String, String> request = authorization(proof);
    Answer toLogin = authorize(request);
    Answer page = follow(toLogin);
    Answer entered = submit(page, email, password);
    Answer back = follow(entered);
    return redeem(code(back, request), proof);
  }

  /** As the SPA does before its token ends: no person is asked. */
  public Tokens renew() {
    Proof proof = Proof.fresh();
    Map<String, String> request = authorization(proof);
    request.put("prompt", "none");
    return redeem(code(authorize(request), request), proof);
  }

  /** The parameters of a right request for authorization; may be changed. */
  public Map<String, String> authorization(Proof proof) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", CLIENT);
    parameters.put("redirect_uri", beep.url() + "/callback");
    parameters.put("scope", SCOPES);
    parameters.put("state", random());
    parameters.put("nonce", random());
    parameters.put("code_challenge", proof.challenge());
    parameters.put("code_challenge_method", "S256");
    return parameters;
  }

  public Answer authorize(Map<String, String> parameters) {
    return page("GET", endpoint("authorization_endpoint") + "?" + form(parameters)).send();
  }

  /** The answer at the address that a redirect names. */
  public Answer follow(Answer redirect) {
    return page("GET", target(redirect)).send();
  }

  /** Fills in the sign-in form of the page and sends it, with all that the page hid in it. */
  public Answer submit(Answer page, String email, String password) {
    String html = page.requireSuccess().text();
    Matcher form = FORM.matcher(html);
    if (!form.find()) {
      throw new AssertionError("a sign-in page without a form: " + page);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(html);
    while (inputs.find()) {
      Map<String, String> input = attributes(inputs.group());
      fields.put(input.getOrDefault("name", ""), input.getOrDefault("value", ""));
    }
    fields.put("email", email);
    fields.put("password", password);
    String action = attributes(form.group()).getOrDefault("action", "");
    return page("POST", beep.at(action).toString())
        .body("application/x-www-form-urlencoded", form(fields).getBytes(StandardCharsets.UTF_8))
        .send();
  }

  /** The code in the redirect back to the client; its state must be the one that was sent. */
  public String code(Answer redirect, Map<String, String> request) {
    Map<String, String> parameters = callback(redirect, request);
    String code = parameters.get("code");
    if (code == null) {
      throw new AssertionError("no code came back: " + redirect);
    }
    return code;
  }

  /** What stands in the redirect back to the client. */
  public Map<String, String> callback(Answer redirect, Map<String, String> request) {
    URI target = URI.create(target(redirect));
    Map<String, String> parameters = query(target);
    if (!target.toString().startsWith(beep.url() + "/callback?")
        || !Objects.equals(request.get("state"), parameters.get("state"))) {
      throw new AssertionError("this is no way back to the client: " + redirect);
    }
    return parameters;
  }

  public Tokens redeem(String code, Proof proof) {
    JsonNode all = exchange(code, proof.verifier()).requireSuccess().json();
    return new Tokens(
        all.path("access_token").asString(""), all.path("id_token").asString(""), all);
  }

  /** What the token endpoint says to this code and this verifier. */
  public Answer exchange(String code, String verifier) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("client_id", CLIENT);
    fields.put("redirect_uri", beep.url() + "/callback");
    fields.put("code", code);
    fields.put("code_verifier", verifier);
    return call("POST", endpoint("token_endpoint"))
        .body("application/x-www-form-urlencoded", form(fields).getBytes(StandardCharsets.UTF_8))
        .send();
  }

  /** What the discovery document says of it. */
  public String endpoint(String name) {
    JsonNode discovery =
        call("GET", beep.at("/.well-known/openid-configuration").toString())
            .send()
            .requireSuccess()
            .json();
    return discovery.path(name).asString("");
  }

  /** As a person asks for a page. */
  public Call page(String method, String address) {
    return call(method, address).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  public Call call(String method, String address) {
    return new Call(client, method, URI.create(address));
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  /** The absolute address that a redirect names. */
  public String target(Answer redirect) {
    if (redirect.status() != 302 && redirect.status() != 303) {
      throw new AssertionError("expected a redirect, got " + redirect);
    }
    return beep.at("/").resolve(redirect.header("Location")).toString();
  }

  public static Map<String, String> query(URI address) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(tag);
    while (matcher.find()) {
      attributes.put(matcher.group(1), unescape(matcher.group(2)));
    }
    return attributes;
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

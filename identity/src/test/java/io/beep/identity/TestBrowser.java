package io.beep.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps cookies and follows nothing by itself; asks as the gateway does for a browser. */
final class TestBrowser {

  static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";
  static final String JSON = "application/json";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final JsonMapper MAPPER = new JsonMapper();

  private final URI address;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  TestBrowser(URI address) {
    this.address = address;
    headers.put("X-Forwarded-Host", "beep.test");
    headers.put("X-Forwarded-Proto", "http");
    headers.put("X-Forwarded-Port", "80");
    headers.put("X-Forwarded-For", "192.0.2.1");
  }

  TestBrowser from(String clientAddress) {
    return with("X-Forwarded-For", clientAddress);
  }

  TestBrowser with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Map<String, String> cookies() {
    return cookies;
  }

  /** The same cookies at another address, as after a restart. */
  TestBrowser at(URI otherAddress) {
    TestBrowser other = new TestBrowser(otherAddress);
    other.cookies.putAll(cookies);
    return other;
  }

  HttpResponse<String> get(String path, String accept) {
    return send(HttpRequest.newBuilder(address.resolve(path)).GET(), accept);
  }

  HttpResponse<String> post(String path, String accept, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form))),
        accept);
  }

  /** A POST as the SPA makes it: with a fresh token against forged requests. */
  HttpResponse<String> postGuarded(String path, Map<String, String> form) {
    return postGuarded(path, JSON, form);
  }

  HttpResponse<String> postGuarded(String path, String accept, Map<String, String> form) {
    JsonNode csrf = json(get("/identity/csrf", JSON));
    with(csrf.get("headerName").asString(), csrf.get("token").asString());
    try {
      return post(path, accept, form);
    } finally {
      headers.remove(csrf.get("headerName").asString());
    }
  }

  HttpResponse<String> signIn(String email, String password) {
    return postGuarded("/login", Map.of("email", email, "password", password));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String accept) {
    request.header("Accept", accept);
    headers.forEach(request::setHeader);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String setCookie) {
    String[] pair = setCookie.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}

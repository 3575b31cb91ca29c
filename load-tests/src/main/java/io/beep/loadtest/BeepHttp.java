package io.beep.loadtest;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls that prepare a run; what is measured goes another way. Safe for threads, closes what it
 * holds.
 *
 * <p>A 503 is asked again a few times, since a cold Beep under a thousand sign-ins may say so; a
 * 429 ends the run, because figures taken against a rate limit measure the limit.
 */
final class BeepHttp implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int ATTEMPTS = 20;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI base;

  BeepHttp(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  /** Sends JSON with a bearer token, and answers JSON. */
  JsonNode call(String method, String path, String token, Object body) {
    HttpRequest.Builder request =
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return json(successful(method + " " + path, send(request)));
  }

  HttpResponse<String> post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  HttpResponse<String> get(String path, Cookies cookies, String accept) {
    return sendWith(cookies, request(path).header("Accept", accept).GET());
  }

  /** Posts a form, with a header more. */
  HttpResponse<String> form(
      String path, Cookies cookies, Map<String, String> fields, Map<String, String> headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(encoded(fields)));
    headers.forEach(request::header);
    return sendWith(cookies, request);
  }

  /**
   * @throws BenchException when the answer is not 2xx
   */
  static HttpResponse<String> successful(String what, HttpResponse<String> response) {
    if (response.statusCode() == 429) {
      throw new BenchException(
          what
              + " was refused by a rate limit. Start Beep for a bench with: ./beep run --limits off");
    }
    if (response.statusCode() / 100 != 2) {
      throw new BenchException(
          what + " answered " + response.statusCode() + ": " + response.body());
    }
    return response;
  }

  /**
   * @throws BenchException when the body is no JSON
   */
  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JacksonException invalid) {
      throw new BenchException(response.uri().getPath() + " answered no JSON", invalid);
    }
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_LIMIT);
  }

  private HttpResponse<String> sendWith(Cookies cookies, HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies.header());
    }
    HttpResponse<String> response = send(request);
    cookies.take(response.headers());
    return response;
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      for (int attempt = 1; response.statusCode() == 503 && attempt < ATTEMPTS; attempt++) {
        Thread.sleep(PAUSE);
        response = http.send(request, BodyHandlers.ofString());
      }
      return response;
    } catch (IOException unreachable) {
      throw new BenchException(
          request.uri() + " cannot be reached (" + unreachable + "). Is Beep running?",
          unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}

package io.beep.app.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who uses a Beep of this process over HTTP, as a program does.
 *
 * @param base where Beep is
 */
record BenchPerson(URI base, String token, HttpClient http) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Signs up, and gets a token as an operator would.
   *
   * @param data directory of the Beep
   */
  static BenchPerson registered(URI base, String username, Path data, HttpClient http)
      throws IOException, InterruptedException {
    new BenchPerson(base, "", http)
        .post(
            "/api/registrations",
            Map.of(
                "firstName", "Ada",
                "lastName", "Lovelace",
                "username", username,
                "email", username + "@example.org",
                "password", "two loose engines 7"));
    String token =
        TokenCommand.token(new ArrayDeque<>(List.of(username, "--data", data.toString())));
    return new BenchPerson(base, token, http);
  }

  static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  /** Which nobody used a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  /**
   * @throws IOException when nothing was made
   */
  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    return JSON.readTree(answered(request, 201).body());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(answered(request(path).GET().build(), 200).body());
  }

  /** A change without a body. */
  void change(String method, String path) throws IOException, InterruptedException {
    answered(request(path).method(method, HttpRequest.BodyPublishers.noBody()).build(), 200);
  }

  /** To be sent by who cares for the answer. */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  /**
   * Asks all at once.
   *
   * @return nanoseconds until the last was answered
   * @throws UncheckedIOException when one was not answered well
   */
  long open(List<String> paths) {
    long began = System.nanoTime();
    paths.stream()
        .map(path -> http.sendAsync(request(path).GET().build(), BodyHandlers.ofByteArray()))
        .toList()
        .forEach(
            answer -> {
              if (answer.join().statusCode() != 200) {
                throw new UncheckedIOException(
                    new IOException(
                        answer.join().uri() + " answered " + answer.join().statusCode()));
              }
            });
    return System.nanoTime() - began;
  }

  private HttpResponse<String> answered(HttpRequest request, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IOException(
          request.uri() + " answered " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }
}

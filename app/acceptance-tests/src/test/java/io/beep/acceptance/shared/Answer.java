package io.beep.acceptance.shared;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came back for one request. */
public record Answer(String method, String path, int status, HttpHeaders headers, byte[] body) {

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(
        response.request().method(),
        response.uri().getRawPath(),
        response.statusCode(),
        response.headers(),
        response.body());
  }

  /** Empty when it is not there. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public List<String> all(String header) {
    return headers.allValues(header);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return Json.read(body);
  }

  /** Whether it is worth another try, as the answer says itself. */
  public boolean saysLater() {
    return status == 503 && !header("Retry-After").isEmpty();
  }

  /** Where the event stands that the command caused. */
  public long position() {
    return requireSuccess().json().path("position").asLong(-1);
  }

  public String id() {
    return requireSuccess().json().path("id").asString("");
  }

  /** For the steps that lead to what a test is about. */
  public Answer requireSuccess() {
    if (status / 100 != 2) {
      throw new AssertionError(this);
    }
    return this;
  }

  @Override
  public String toString() {
    return method + " " + path + " -> " + status + " " + headers.map() + "\n" + text();
  }
}

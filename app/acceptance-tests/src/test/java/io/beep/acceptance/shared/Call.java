package io.beep.acceptance.shared;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A request that is being put together. */
public final class Call {

  /** More than any answer may take; a test that waits longer has found a fault. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client;
  private final HttpRequest.Builder request;
  private final String method;
  private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

  Call(HttpClient client, String method, URI address) {
    this.client = client;
    this.method = method;
    this.request = HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  public Call header(String name, String value) {
    request.header(name, value);
    return this;
  }

  public Call bearing(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** {@link Json#bytes} of it, as {@code application/json}. */
  public Call json(Object value) {
    return body("application/json", Json.bytes(value));
  }

  public Call body(String type, byte[] bytes) {
    body = BodyPublishers.ofByteArray(bytes);
    return header("Content-Type", type);
  }

  /** Without saying what it is. */
  public Call body(byte[] bytes) {
    body = BodyPublishers.ofByteArray(bytes);
    return this;
  }

  /** In chunks, so that nobody knows before how long it is. */
  public Call chunked(String type, InputStream bytes) {
    body = BodyPublishers.ofInputStream(() -> bytes);
    return header("Content-Type", type);
  }

  public Answer send() {
    return Answer.of(exchange(BodyHandlers.ofByteArray()));
  }

  /** With a body that goes on. */
  HttpResponse<InputStream> open() {
    return exchange(BodyHandlers.ofInputStream());
  }

  private <T> HttpResponse<T> exchange(HttpResponse.BodyHandler<T> handler) {
    HttpRequest built = request.method(method, body).build();
    try {
      return client.send(built, handler);
    } catch (IOException e) {
      throw new AssertionError(method + " " + built.uri() + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

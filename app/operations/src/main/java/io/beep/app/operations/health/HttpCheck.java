package io.beep.app.operations.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether an address is answered well. */
public final class HttpCheck implements Check, AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final HttpRequest request;

  /**
   * @param address one that only a part that works answers with 200
   */
  public HttpCheck(URI address) {
    request = HttpRequest.newBuilder(address).timeout(LIMIT).GET().build();
  }

  @Override
  public @Nullable String fault() throws IOException, InterruptedException {
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    return status == 200 ? null : "answers " + status;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}

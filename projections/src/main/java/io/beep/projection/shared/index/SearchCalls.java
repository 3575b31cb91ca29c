package io.beep.projection.shared.index;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;

/**
 * Calls of OpenSearch that end within a time limit. What it refuses or does not answer throws
 * {@link SearchIndexException}, and the processor tries its batch again later.
 */
public final class SearchCalls {

  /** A batch of the longest messages takes well under a second. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  public static final int NOT_FOUND = 404;
  public static final int FIRST_FAILURE = 300;

  private final OpenSearchAsyncClient client;
  private final OpenSearchGenericClient plain;

  public SearchCalls(OpenSearchClient client) {
    this.client = new OpenSearchAsyncClient(client._transport());
    this.plain = client.generic();
  }

  public OpenSearchAsyncClient client() {
    return client;
  }

  /** The status of the answer, whatever it is. */
  public int status(String method, String path, @Nullable String json) {
    Requests.JsonBodyBuilder request = Requests.builder().method(method).endpoint(path);
    Request built = json == null ? request.build() : request.json(json).build();
    try (Response response = call(() -> plain.executeAsync(built), LIMIT)) {
      return response.getStatus();
    } catch (IOException e) {
      throw new SearchIndexException("OpenSearch does not answer", e);
    }
  }

  public void require(String method, String path, @Nullable String json) {
    int status = status(method, path, json);
    if (status >= FIRST_FAILURE) {
      throw new SearchIndexException(method + " " + path + " was refused: HTTP " + status);
    }
  }

  public <T> T call(Call<T> call, Duration limit) {
    try {
      CompletableFuture<T> answer = call.start();
      try {
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        answer.cancel(true);
      }
    } catch (ExecutionException | TimeoutException | IOException e) {
      throw new SearchIndexException("OpenSearch does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SearchIndexException("stopped while OpenSearch worked", e);
    }
  }

  public interface Call<T> {
    CompletableFuture<T> start() throws IOException;
  }
}

package io.beep.app.standalone;

import io.beep.app.operations.control.UsageException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./beep token <username> [--data DIR]}: prints an access token, and nothing else, on
 * standard output.
 */
public final class TokenCommand {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private TokenCommand() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      System.out.println(token(new ArrayDeque<>(Arrays.asList(arguments))));
    } catch (UsageException e) {
      System.err.println("beep: " + e.getMessage());
      System.exit(1);
    }
  }

  static String token(Deque<String> rest) throws InterruptedException {
    String username = null;
    String data = System.getenv().getOrDefault("BEEP_DATA", "data");
    while (!rest.isEmpty()) {
      String next = rest.pop();
      if (next.equals("--data")) {
        data = required(rest.poll(), "The option --data needs a value.");
      } else if (username == null && !next.startsWith("-")) {
        username = next;
      } else {
        throw new UsageException("Usage: ./beep token USERNAME [--data DIR]");
      }
    }
    return ask(
        ControlServer.ControlFile.readFrom(Path.of(data).toAbsolutePath()),
        required(username, "Usage: ./beep token USERNAME [--data DIR]"));
  }

  private static String required(@Nullable String value, String otherwise) {
    if (value == null) {
      throw new UsageException(otherwise);
    }
    return value;
  }

  private static String ask(ControlServer.ControlFile control, String username)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + "/token"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + control.secret())
            .POST(HttpRequest.BodyPublishers.ofString(username))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new UsageException(answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UsageException("Beep does not answer. Is it running? " + e.getMessage());
    }
  }
}

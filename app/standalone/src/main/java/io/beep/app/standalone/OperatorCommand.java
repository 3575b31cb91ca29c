package io.beep.app.standalone;

import io.beep.app.operations.control.ConsoleAnswer;
import io.beep.app.operations.control.UsageException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code ./beep rebuild …}, {@code ./beep dead-letters …}: hands a command to the Beep that runs on
 * the data directory, and shows what it says. Ctrl-C ends the command there too.
 */
public final class OperatorCommand {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Until the first word; how long the work takes nobody knows. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final ConsoleAnswer console;

  OperatorCommand(ConsoleAnswer console) {
    this.console = console;
  }

  /**
   * @param arguments the command, then its own, with {@code --data DIR} somewhere among them
   */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      new OperatorCommand(ConsoleAnswer.ofThisProcess())
          .run(Arrays.asList(arguments), System.getenv());
    } catch (UsageException e) {
      System.out.flush();
      System.err.println("beep: " + e.getMessage());
      System.exit(1);
    }
  }

  void run(List<String> arguments, Map<String, String> environment) throws InterruptedException {
    DataOption asked = DataOption.of(arguments, environment);
    ask(
        ControlServer.ControlFile.readFrom(asked.data()),
        asked.rest().getFirst(),
        asked.rest().subList(1, asked.rest().size()));
  }

  private void ask(ControlServer.ControlFile control, String command, List<String> arguments)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + "/" + command))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + control.secret())
            .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", arguments)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpResponse<Stream<String>> answer =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new UsageException(lines.findFirst().orElse("It was refused."));
        }
        lines.forEach(this::show);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new UsageException("Beep does not answer any more. " + e.getMessage());
    }
  }

  private void show(String line) {
    String text = line.substring(Math.min(1, line.length()));
    switch (line.isEmpty() ? StreamedAnswer.LINE : line.charAt(0)) {
      case StreamedAnswer.PROGRESS -> console.progress(text);
      case StreamedAnswer.FAILURE -> {
        console.clear();
        throw new UsageException(text);
      }
      default -> console.line(text);
    }
  }
}

package io.beep.app.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beep.app.operations.control.ConsoleAnswer;
import io.beep.app.operations.control.ControlCommand;
import io.beep.app.operations.control.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {

  @TempDir private Path data;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private ControlServer serving(ControlCommand command) throws IOException {
    return ControlServer.start(
        data, username -> "token of " + username, Map.of("do", command), Map.of());
  }

  private void ask(String... arguments) throws InterruptedException {
    new OperatorCommand(
            new ConsoleAnswer(new PrintStream(shown, true, StandardCharsets.UTF_8), false))
        .run(List.of(arguments), Map.of("BEEP_DATA", data.toString()));
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldHandTheArgumentsOverAndShowWhatTheCommandSays() throws Exception {
    try (ControlServer server =
        serving(
            (arguments, answer) -> {
              answer.progress("half of it");
              answer.line("did " + arguments);
            })) {
      ask("do", "this", "and that");
    }

    assertThat(shown()).isEqualToIgnoringNewLines("half of it\ndid [this, and that]\n");
  }

  @Test
  void shouldTellTheOperatorWhyACommandFailed() throws Exception {
    try (ControlServer server =
        serving(
            (arguments, answer) -> {
              answer.line("began");
              throw new UsageException("Not like this.");
            })) {
      assertThatThrownBy(() -> ask("do"))
          .isInstanceOf(UsageException.class)
          .hasMessage("Not like this.");
    }

    assertThat(shown()).contains("began");
  }

  @Test
  void shouldTellTheOperatorOfAFaultToo() throws Exception {
    try (ControlServer server =
        serving(
            (arguments, answer) -> {
              throw new IllegalStateException("broken");
            })) {
      assertThatThrownBy(() -> ask("do"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("broken");
    }
  }

  @Test
  void shouldLetACommandNoticeThatNobodyListensAnyMore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Throwable> noticed = new CompletableFuture<>();
    try (ControlServer server =
        serving(
            (arguments, answer) -> {
              try {
                answer.progress("begun");
                begun.countDown();
                while (!noticed.isDone()) {
                  answer.progress("on and on");
                }
              } catch (IOException e) {
                noticed.complete(e);
                throw e;
              }
            })) {
      ControlServer.ControlFile control = ControlServer.ControlFile.readFrom(data);
      try (Socket socket = new Socket("127.0.0.1", control.port())) {
        socket
            .getOutputStream()
            .write(
                "POST /do HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(control.secret())
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      }

      assertThat(noticed.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void shouldInterruptACommandWhenBeepEnds() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
    ControlServer server =
        serving(
            (arguments, answer) -> {
              try {
                begun.countDown();
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                end.set(e);
                throw e;
              }
            });
    CompletableFuture<Throwable> asking =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                ask("do");
                return new AssertionError("it came to an end");
              } catch (UsageException | InterruptedException e) {
                return e;
              }
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    server.close();

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertThat(asking.get(10, TimeUnit.SECONDS)).isInstanceOf(UsageException.class);
  }

  @Test
  void shouldServeNobodyWhoDoesNotKnowTheSecret() throws Exception {
    try (ControlServer server = serving((arguments, answer) -> answer.line("done"))) {
      ControlServer.ControlFile known = ControlServer.ControlFile.readFrom(data);
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control"))))
          .isEqualTo("rw-------");
      new ControlServer.ControlFile(known.port(), "guessed").writeTo(data);

      assertThatThrownBy(() -> ask("do"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("for the operator");
    }
  }

  @Test
  void shouldSayThatNothingRunsWhereNothingRuns() throws Exception {
    serving((arguments, answer) -> {}).close();

    await().untilAsserted(() -> assertThat(data.resolve("control")).doesNotExist());
    assertThatThrownBy(() -> ask("do"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("No Beep runs on " + data);
  }
}

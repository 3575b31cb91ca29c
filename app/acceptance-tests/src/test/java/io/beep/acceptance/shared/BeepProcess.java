package io.beep.acceptance.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Beep that was started by {@code ./beep run}, on data that end with it. */
public final class BeepProcess implements AutoCloseable {

  /** The number of what Ctrl-C sends. */
  public static final int INTERRUPT = 2;

  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration END = Duration.ofSeconds(30);

  private final Process process;
  private final Path data;
  private final Path log;
  private final int port;
  private final int metricsPort;
  private final boolean dataAreOurs;
  private final Beep beep;

  private BeepProcess(
      Process process, Path data, Path log, int port, int metricsPort, boolean dataAreOurs) {
    this.process = process;
    this.data = data;
    this.log = log;
    this.port = port;
    this.metricsPort = metricsPort;
    this.dataAreOurs = dataAreOurs;
    this.beep = new Beep("http://localhost:" + port);
  }

  /** On an empty directory, without limits. */
  static BeepProcess startFresh() {
    return start(Directories.temporary(), freePort(), Map.of(), true, "--limits", "off");
  }

  /** Answers when it runs. */
  static BeepProcess start(
      Path data, int port, Map<String, String> environment, String... options) {
    return start(data, port, environment, false, options);
  }

  private static BeepProcess start(
      Path data,
      int port,
      Map<String, String> environment,
      boolean dataAreOurs,
      String... options) {
    int metricsPort = freePort();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--port",
                "" + port,
                "--data",
                data.toString(),
                "--metrics",
                "" + metricsPort));
    arguments.addAll(List.of(options));
    try {
      Path log = Files.createTempFile("beep-acceptance-", ".log");
      ProcessBuilder command =
          BeepCommand.builder(arguments.toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      command.environment().putAll(environment);
      Process process = command.start();
      BeepProcess started = new BeepProcess(process, data, log, port, metricsPort, dataAreOurs);
      started.awaitRunning();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitRunning() {
    try {
      await("Beep to run")
          .atMost(START)
          .until(() -> !isAlive() || printed().contains("Beep is running on"));
    } finally {
      if (!printed().contains("Beep is running on")) {
        kill();
      }
    }
    if (!isAlive()) {
      throw new AssertionError("Beep did not start:\n" + printed());
    }
  }

  public Beep beep() {
    return beep;
  }

  public int port() {
    return port;
  }

  /** Where it tells operators how it is. */
  public Beep management() {
    return new Beep("http://127.0.0.1:" + metricsPort);
  }

  public Path data() {
    return data;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** All that it said on the console. */
  public String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a signal reaches it, and is not ignored since its birth. */
  public boolean heeds(int signal) {
    try {
      String ignored =
          Files.readAllLines(Path.of("/proc", "" + pid(), "status")).stream()
              .filter(line -> line.startsWith("SigIgn:"))
              .findAny()
              .orElse("SigIgn:\t0");
      return (Long.parseUnsignedLong(ignored.substring(7).strip(), 16) >> (signal - 1) & 1) == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It and all that it has started. */
  public List<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** As a power cut does, as far as processes go: no one of them can do anything more. */
  public void kill() {
    family().forEach(ProcessHandle::destroyForcibly);
    awaitEnd();
  }

  /** It alone; what it has started must find out by itself. */
  public void killAlone() {
    process.destroyForcibly();
    awaitEnd();
  }

  /**
   * Asks it to end, and answers its exit code.
   *
   * @param signal TERM, INT
   */
  public int end(String signal) {
    try {
      int sent = new ProcessBuilder("kill", "-" + signal, "" + pid()).inheritIO().start().waitFor();
      if (sent != 0) {
        throw new AssertionError("kill -" + signal + " ended with " + sent);
      }
      awaitEnd();
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** In order, with nothing left of it and nothing to complain about. */
  public void requireEndWithAllThatItStarted(String signal) {
    List<ProcessHandle> family = family();
    assertThat(family).as("Beep, its PostgreSQL and its search").hasSizeGreaterThan(2);

    int exitCode = end(signal);

    assertThat(exitCode).isIn(0, 128 + 15, 128 + INTERRUPT);
    assertThat(family).noneMatch(ProcessHandle::isAlive);
    assertThat(printed()).doesNotContain("Exception", "ERROR");
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("Beep does not end:\n" + printed());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (isAlive()) {
      List<ProcessHandle> family = family();
      process.destroy();
      try {
        awaitEnd();
      } finally {
        family.forEach(ProcessHandle::destroyForcibly);
      }
    }
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (dataAreOurs) {
      Directories.delete(data);
    }
  }
}

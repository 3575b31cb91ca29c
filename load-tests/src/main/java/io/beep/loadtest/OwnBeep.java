package io.beep.loadtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Beep that is started for a measurement, by the command that people use, on data that end with
 * it.
 */
final class OwnBeep implements AutoCloseable {

  private static final String READY = "Beep is running on";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration END_LIMIT = Duration.ofSeconds(40);

  private final Path data;
  private final int port;
  private final int metricsPort;
  private @Nullable Process process;

  private OwnBeep(Path data, int port, int metricsPort) {
    this.data = data;
    this.port = port;
    this.metricsPort = metricsPort;
  }

  /** Not started yet. */
  static OwnBeep prepared() {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      return new OwnBeep(
          Files.createTempDirectory("beep-bench-"), one.getLocalPort(), other.getLocalPort());
    } catch (IOException e) {
      throw new BenchException("nothing can be kept: " + e.getMessage(), e);
    }
  }

  URI url() {
    return URI.create("http://localhost:" + port);
  }

  /** Where it tells how it is. */
  URI metrics() {
    return URI.create("http://127.0.0.1:" + metricsPort);
  }

  /**
   * @return how long it took until it said that it is ready
   */
  Duration start() {
    long began = System.nanoTime();
    try {
      Process started =
          new ProcessBuilder(
                  "./beep",
                  "run",
                  "--port",
                  Integer.toString(port),
                  "--data",
                  data.toString(),
                  "--metrics",
                  "127.0.0.1:" + metricsPort,
                  "--limits",
                  "off")
              .redirectErrorStream(true)
              .start();
      process = started;
      CompletableFuture<Void> ready = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> listen(started, ready));
      ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return Duration.ofNanos(System.nanoTime() - began);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new BenchException("Beep did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  /** To its end, so that it never waits for somebody who reads. */
  private static void listen(Process process, CompletableFuture<Void> ready) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(READY)) {
          ready.complete(null);
        }
        if (!ready.isDone()) {
          said.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      said.append(e);
    }
    ready.completeExceptionally(new IOException("it ended\n" + said));
  }

  long pid() {
    return running().pid();
  }

  /** Of it and all that it started; what they share is counted once. */
  long residentMegabytes() {
    ProcessHandle itself = running().toHandle();
    return Stream.concat(Stream.of(itself), itself.descendants())
            .mapToLong(one -> ProcessMemory.proportionalKilobytes(one.pid()))
            .sum()
        / 1024;
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("it was not started");
    }
    return process;
  }

  /** As Ctrl-C does. */
  void stop() {
    Process ending = process;
    if (ending == null) {
      return;
    }
    ending.destroy();
    try {
      if (!ending.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        ending.destroyForcibly();
        throw new BenchException("Beep did not end within " + END_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> paths = Files.walk(data)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new BenchException(data + " could not be removed: " + e.getMessage(), e);
    }
  }
}

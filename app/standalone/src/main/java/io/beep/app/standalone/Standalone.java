package io.beep.app.standalone;

import io.beep.app.embedded.DirectoryLock;
import io.beep.app.embedded.DirectoryLockedException;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.app.operations.control.UsageException;
import io.beep.app.operations.health.Health;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and ends the standalone product. */
public final class Standalone {

  private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

  private Standalone() {}

  public static void main(String[] arguments) {
    long began = System.nanoTime();
    try {
      StandaloneSettings settings =
          StandaloneSettings.of(
              Arrays.asList(arguments),
              System.getenv(),
              Path.of(System.getProperty("beep.home", "app/standalone/target/beep")));
      RunningBeep beep = start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(beep::close, "shutdown"));
      Health health = beep.awaitReady(seen -> System.out.println("Waiting for " + lacks(seen)));
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      System.out.println(welcome(settings, beep.eventStore(), took, health));
    } catch (UsageException | DirectoryLockedException e) {
      System.err.println("beep: " + e.getMessage());
      System.exit(1);
    } catch (Exception e) {
      LOG.error("Beep did not start", e);
      System.err.println("beep: did not start: " + rootMessage(e));
      System.exit(1);
    }
  }

  private static RunningBeep start(StandaloneSettings settings) throws IOException {
    UnfinishedRestore.requireNone(settings.dataDir());
    requireFree(new InetSocketAddress(settings.port()), "--port");
    InetSocketAddress metrics = settings.metrics();
    if (metrics != null) {
      requireFree(metrics, "--metrics");
    }
    Logging.into(settings.dataDir());
    return RunningBeep.start(settings, lock(settings));
  }

  private static DirectoryLock lock(StandaloneSettings settings) throws IOException {
    try {
      return DirectoryLock.take(settings.dataDir());
    } catch (FileSystemException e) {
      throw new UsageException(
          "Nothing can be kept in "
              + settings.dataDir()
              + ", which has to be a directory that Beep may write to. Choose one with --data DIR.");
    } catch (DirectoryLockedException e) {
      throw new UsageException(
          "Another Beep runs on "
              + settings.dataDir()
              + ". Stop it, or give this one a directory of its own with --data DIR.");
    }
  }

  private static void requireFree(InetSocketAddress address, String option) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(address);
    } catch (java.net.BindException e) {
      throw new UsageException(whyNot(address, option, e));
    }
  }

  /**
   * Java says by words alone whether a port is taken, is the superuser's, or is of another machine.
   */
  private static String whyNot(
      InetSocketAddress address, String option, java.net.BindException refusal) {
    String words = String.valueOf(refusal.getMessage());
    int port = address.getPort();
    if (words.contains("Permission")) {
      return "Port %d needs rights that this user does not have. Choose one from 1024 on with %s N."
          .formatted(port, option);
    }
    if (words.contains("assign")) {
      return "%s is no address of this machine. Choose another with %s."
          .formatted(address.getHostString(), option);
    }
    return "Port %d is taken. Choose another with %s N.".formatted(port, option);
  }

  /** {@code search: does not answer, projection-timeline: 12345 events behind}. */
  private static String lacks(Health health) {
    return health.parts().stream()
        .filter(part -> !part.up())
        .map(part -> part.name() + ": " + part.fault())
        .collect(Collectors.joining(", "));
  }

  private static String welcome(
      StandaloneSettings settings, TailingEventStore store, Duration took, Health health) {
    String ready = health.isReady() ? "ready in %.1f s" : "NOT READY after %.1f s";
    String lacks = health.missing().isEmpty() ? "" : "\n  WARNING   " + lacks(health) + "\n";
    String limits =
        settings.limits()
            ? ""
            : "\n  WARNING   rate limits are off: for load tests only, never for people\n";
    return """

      Beep is running on %s  (%s)

        events    PostgreSQL, embedded: %,d so far
        search    OpenSearch, embedded
        files     S3 object store, embedded
        mail      none: nothing is mailed yet
        voice     none yet
        data      %s
        log       %s
      %s%s
      Ctrl-C stops it.
      """
        .formatted(
            settings.publicUrl(),
            ready.formatted(took.toMillis() / 1000.0),
            store.head() + 1,
            settings.dataDir(),
            Logging.file(settings.dataDir()),
            lacks,
            limits)
        .stripTrailing();
  }

  private static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}

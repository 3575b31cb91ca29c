package io.beep.app.standalone;

import io.beep.app.embedded.DirectoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** What measures Beep, or a part of it, in process and on data of its own. */
final class BenchCore {

  private static final Logger LOG = LoggerFactory.getLogger(BenchCore.class);

  private BenchCore() {}

  /** Measures, and leaves the rest to who calls. */
  @FunctionalInterface
  interface Measurement<T> {

    /**
     * @return whether all marks were reached
     */
    boolean take(T of) throws IOException, InterruptedException;
  }

  /** With the core alone: neither edge nor identity. */
  static void run(String name, Measurement<ConfigurableApplicationContext> measurement)
      throws IOException, InterruptedException {
    onFreshData(
        name,
        data -> {
          try (DirectoryLock lock = DirectoryLock.take(data);
              ConfigurableApplicationContext core =
                  RunningBeep.startCore(settings(List.of("--data", data.toString())))) {
            return measurement.take(core);
          }
        });
  }

  /**
   * With a directory that ends with it. Ends the process, since Axon leaves its threads waiting:
   * with 0 when all marks were reached.
   */
  static void onFreshData(String name, Measurement<Path> measurement)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("beep-" + name + "-");
    boolean reached;
    try {
      Logging.into(data);
      reached = measurement.take(data);
    } catch (RuntimeException e) {
      LOG.error("{} cannot be measured", name, e);
      reached = false;
    } finally {
      delete(data);
    }
    System.exit(reached ? 0 : 1);
  }

  /** Without limits. */
  static StandaloneSettings settings(List<String> options) {
    Path home = Path.of(System.getProperty("beep.home", "app/standalone/target/beep"));
    return StandaloneSettings.of(
        Stream.concat(options.stream(), Stream.of("--limits", "off")).toList(), Map.of(), home);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

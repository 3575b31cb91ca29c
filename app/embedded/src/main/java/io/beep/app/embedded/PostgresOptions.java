package io.beep.app.embedded;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What an {@link EmbeddedPostgres} is started with.
 *
 * @param home where data, password and lock live; created when missing
 * @param binariesCache where the programs are unpacked once; may be shared by any number of servers
 *     and processes
 * @param port on 127.0.0.1; a free one is chosen at each start when empty
 * @param settings parameters of postgresql.conf by name; they win over every default
 */
public record PostgresOptions(
    Path home,
    Path binariesCache,
    OptionalInt port,
    Map<String, String> settings,
    ChildListener listener) {

  public PostgresOptions {
    home = home.toAbsolutePath().normalize();
    binariesCache = binariesCache.toAbsolutePath().normalize();
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * The product's settings: durable, and sized for a machine of 4 GiB that it shares with the rest
   * of Beep.
   */
  public static PostgresOptions of(Path home, Path binariesCache) {
    return new PostgresOptions(
        home, binariesCache, OptionalInt.empty(), productSettings(), ChildListener.none());
  }

  public PostgresOptions withPort(int fixedPort) {
    return new PostgresOptions(home, binariesCache, OptionalInt.of(fixedPort), settings, listener);
  }

  public PostgresOptions withSetting(String name, String value) {
    var changed = new LinkedHashMap<>(settings);
    changed.put(name, value);
    return new PostgresOptions(home, binariesCache, port, changed, listener);
  }

  public PostgresOptions withListener(ChildListener told) {
    return new PostgresOptions(home, binariesCache, port, settings, told);
  }

  private static Map<String, String> productSettings() {
    var settings = new LinkedHashMap<String, String>();
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("max_connections", "100");
    settings.put("shared_buffers", "256MB");
    settings.put("effective_cache_size", "1GB");
    settings.put("work_mem", "8MB");
    settings.put("maintenance_work_mem", "64MB");
    settings.put("wal_compression", "on");
    // Fewer checkpoints mean fewer full pages in the log; 1 GB is read back in seconds after a
    // crash.
    settings.put("max_wal_size", "1GB");
    settings.put("min_wal_size", "128MB");
    // Small queries by key only: compiling one costs more than running it.
    settings.put("jit", "off");
    settings.put("random_page_cost", "1.1");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    // A refused duplicate is an answer to us, not an incident, and what it says is somebody's data.
    settings.put("log_min_messages", "log");
    settings.put("log_error_verbosity", "terse");
    return settings;
  }
}

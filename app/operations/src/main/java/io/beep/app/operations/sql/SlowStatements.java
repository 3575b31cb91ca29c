package io.beep.app.operations.sql;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of statements that took too long, and counts them. */
public final class SlowStatements {

  /** Nobody waits longer than 500 ms for an answer; a single statement may not take half of it. */
  public static final Duration SLOW = Duration.ofMillis(200);

  /** A database that is slow is slow for all; one line of each statement in this time says it. */
  private static final Duration ONE_LINE_EACH = Duration.ofSeconds(10);

  /** Statements are constants of the code; texts that are not would otherwise fill the memory. */
  private static final int MOST_STATEMENTS = 1_000;

  private static final int LONGEST_STATEMENT = 2_000;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Logger LOG = LoggerFactory.getLogger("io.beep.slow-sql");

  private record Told(AtomicLong at, AtomicLong since) {}

  private final MeterRegistry registry;
  private final long slowNanos;
  private final Map<String, Told> told = new ConcurrentHashMap<>();

  public SlowStatements(MeterRegistry registry) {
    this(registry, SLOW);
  }

  SlowStatements(MeterRegistry registry, Duration slow) {
    this.registry = registry;
    this.slowNanos = slow.toNanos();
  }

  /**
   * The same data source, watched.
   *
   * @param database as operators know it
   */
  public DataSource watch(DataSource dataSource, String database) {
    return JdbcWatch.of(dataSource, (sql, nanos) -> took(database, counter(database), sql, nanos));
  }

  /** The same, for what reads without waiting. */
  public ConnectionFactory watch(ConnectionFactory connections, String database) {
    Counter counter = counter(database);
    return R2dbcWatch.of(connections, (sql, nanos) -> took(database, counter, sql, nanos));
  }

  private Counter counter(String database) {
    return Counter.builder("beep.slow.statements")
        .description("Statements that took longer than " + SLOW.toMillis() + " ms")
        .tag("database", database)
        .register(registry);
  }

  private void took(String database, Counter counter, String sql, long nanos) {
    if (nanos < slowNanos) {
      return;
    }
    counter.increment();
    long alike = alike(sql);
    if (alike < 0) {
      return;
    }
    LOG.atWarn()
        .addKeyValue("database", database)
        .addKeyValue("millis", Duration.ofNanos(nanos).toMillis())
        .addKeyValue("statement", text(sql))
        .addKeyValue("alike", alike)
        .log("a slow statement");
  }

  /** How many alike were passed over since the last line, -1 when it is too early for another. */
  private long alike(String sql) {
    if (told.size() >= MOST_STATEMENTS) {
      told.clear();
    }
    long now = System.nanoTime();
    Told last =
        told.computeIfAbsent(
            sql, _ -> new Told(new AtomicLong(now - ONE_LINE_EACH.toNanos()), new AtomicLong()));
    long at = last.at().get();
    if (now - at < ONE_LINE_EACH.toNanos() || !last.at().compareAndSet(at, now)) {
      last.since().incrementAndGet();
      return -1;
    }
    return last.since().getAndSet(0);
  }

  private static String text(String sql) {
    String line = SPACE.matcher(sql.strip()).replaceAll(" ");
    return line.length() <= LONGEST_STATEMENT ? line : line.substring(0, LONGEST_STATEMENT) + "…";
  }
}

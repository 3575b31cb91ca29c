package io.beep.app.operations.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.function.ToIntFunction;

/** The connections of a pool that reads. */
public final class R2dbcPoolMeters {

  private R2dbcPoolMeters() {}

  /**
   * @param name of the pool, as a tag
   */
  public static void bind(ConnectionPool pool, String name, MeterRegistry registry) {
    PoolMetrics metrics =
        pool.getMetrics().orElseThrow(() -> new IllegalStateException("a pool without numbers"));
    gauge(metrics, name, "acquired", "In use", PoolMetrics::acquiredSize, registry);
    gauge(metrics, name, "allocated", "Open, in use or not", PoolMetrics::allocatedSize, registry);
    gauge(metrics, name, "idle", "Open and not in use", PoolMetrics::idleSize, registry);
    gauge(
        metrics,
        name,
        "pending",
        "Wanted and waited for",
        PoolMetrics::pendingAcquireSize,
        registry);
    gauge(metrics, name, "max", "At most", PoolMetrics::getMaxAllocatedSize, registry);
  }

  private static void gauge(
      PoolMetrics metrics,
      String pool,
      String what,
      String description,
      ToIntFunction<PoolMetrics> value,
      MeterRegistry registry) {
    Gauge.builder("r2dbc.pool.connections." + what, metrics, value::applyAsInt)
        .description(description)
        .tag("pool", pool)
        .strongReference(true)
        .register(registry);
  }
}

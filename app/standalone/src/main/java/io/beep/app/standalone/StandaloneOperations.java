package io.beep.app.standalone;

import io.beep.app.axon.ProcessorLags;
import io.beep.app.operations.health.HealthMonitor;
import io.beep.app.operations.health.HttpCheck;
import io.beep.app.operations.logging.LogMeters;
import io.beep.app.operations.management.ManagementServer;
import io.beep.app.operations.memory.RestingHeap;
import io.beep.app.operations.metrics.DeadLetterMeters;
import io.beep.app.operations.metrics.HealthMeters;
import io.beep.app.operations.metrics.NodeMetrics;
import io.beep.app.operations.metrics.ProjectionMeters;
import io.beep.app.operations.metrics.R2dbcPoolMeters;
import io.beep.projection.ProjectionsConfiguration.ServingProjections;
import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.shared.Handling;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** What an operator sees of the standalone product: how it is, and what it counts and measures. */
final class StandaloneOperations implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StandaloneOperations.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final HealthMonitor health;

  private StandaloneOperations(ApplicationContext core, URI identityUrl) {
    HttpCheck identity = started(new HttpCheck(identityUrl.resolve("/oauth2/jwks")));
    health =
        started(
            HealthMonitor.start(StandaloneHealth.parts(core, identity), core.getBean(Clock.class)));
  }

  static StandaloneOperations start(
      StandaloneSettings settings, ApplicationContext core, URI identityUrl) throws IOException {
    StandaloneOperations operations = new StandaloneOperations(core, identityUrl);
    try {
      operations.measure(settings, core);
      operations.open(settings, core.getBean(NodeMetrics.class));
      return operations;
    } catch (IOException | RuntimeException e) {
      operations.close();
      throw e;
    }
  }

  HealthMonitor health() {
    return health;
  }

  private void measure(StandaloneSettings settings, ApplicationContext core) {
    MeterRegistry registry = core.getBean(MeterRegistry.class);
    List<String> projections =
        core.getBean(ServingProjections.class).groups().stream().map(Handling::group).toList();
    started(LogMeters.start(registry));
    started(RestingHeap.start());
    HealthMeters.bind(health, registry);
    ChildMeters.bind(core.getBean(Children.class), registry);
    R2dbcPoolMeters.bind(core.getBean(ConnectionPool.class), "read_model", registry);
    new DiskSpaceMetrics(settings.dataDir().toFile()).bindTo(registry);
    started(ProjectionMeters.start(core.getBean(ProcessorLags.class)::read, projections, registry));
    started(DeadLetterMeters.start(core.getBean(DeadLetterOffice.class), projections, registry));
  }

  private void open(StandaloneSettings settings, NodeMetrics metrics) throws IOException {
    InetSocketAddress address = settings.metrics();
    if (address != null) {
      started(ManagementServer.start(address, metrics, health));
    }
  }

  private <T extends AutoCloseable> T started(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("a part of the operations did not end in order", e);
      }
    }
  }
}

package io.beep.app.distributed;

import io.beep.app.operations.health.HealthMonitor;
import io.beep.app.operations.health.Part;
import io.beep.app.operations.logging.LogMeters;
import io.beep.app.operations.management.ManagementServer;
import io.beep.app.operations.metrics.HealthMeters;
import io.beep.app.operations.metrics.NodeMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What an operator sees of a node: how it is, and what it counts and measures. */
public final class NodeOperations {

  static final String PORT = "BEEP_HEALTH_PORT";
  private static final int USUAL_PORT = 8090;

  private NodeOperations() {}

  /**
   * Serves {@code /metrics}, {@code /health/live} and {@code /health/ready} on a port that no user
   * reaches, until the node ends.
   *
   * @param core has the beans of {@link io.beep.app.operations.OperationsConfiguration}
   * @param parts what the node needs
   */
  public static void start(Node node, Settings settings, ApplicationContext core, List<Part> parts)
      throws IOException {
    start(node, settings, core, node.started(HealthMonitor.start(parts, Clock.systemUTC())));
  }

  /** For a node whose health others want to know too. */
  public static void start(
      Node node, Settings settings, ApplicationContext core, HealthMonitor health)
      throws IOException {
    MeterRegistry registry = core.getBean(MeterRegistry.class);
    node.started(LogMeters.start(registry));
    HealthMeters.bind(health, registry);
    node.started(
        ManagementServer.start(
            new InetSocketAddress(settings.port(PORT, USUAL_PORT)),
            core.getBean(NodeMetrics.class),
            health));
  }
}

package io.beep.app.operations;

import io.beep.app.operations.metrics.NodeMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every node of every product has; for the outermost context of a node. */
@Configuration(proxyBeanMethods = false)
public class OperationsConfiguration {

  @Bean(destroyMethod = "close")
  NodeMetrics nodeMetrics() {
    return new NodeMetrics();
  }

  /** The one that modules get. */
  @Bean(destroyMethod = "")
  MeterRegistry meterRegistry(NodeMetrics metrics) {
    return metrics.registry();
  }
}

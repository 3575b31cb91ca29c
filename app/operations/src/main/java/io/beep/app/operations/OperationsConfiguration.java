package io.beep.app.operations;

import io.beep.app.axon.Instruments;
import io.beep.app.operations.metrics.NodeMetrics;
import io.beep.app.operations.sql.SlowStatements;
import io.beep.app.operations.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

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

  /** Collects nothing unless the environment names somewhere to send traces to. */
  @Bean(destroyMethod = "close")
  Tracing tracing(Environment environment) {
    return Tracing.of(environment, environment.getProperty("beep.log.service", "beep"));
  }

  @Bean(destroyMethod = "")
  OpenTelemetry openTelemetry(Tracing tracing) {
    return tracing.openTelemetry();
  }

  @Bean
  Instruments instruments(MeterRegistry meters, OpenTelemetry telemetry) {
    return new Instruments(meters, telemetry.getTracer("io.beep.app.axon"));
  }

  @Bean
  SlowStatements slowStatements(MeterRegistry meters) {
    return new SlowStatements(meters);
  }
}

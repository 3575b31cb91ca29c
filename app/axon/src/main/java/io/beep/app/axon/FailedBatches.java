package io.beep.app.axon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/**
 * Counts the batches of a processor that failed and are tried again. It stops none: a projection
 * that went on without an event would be wrong for ever.
 */
final class FailedBatches implements ErrorHandler {

  private final Counter failed;

  FailedBatches(MeterRegistry registry, String processor) {
    failed =
        Counter.builder("beep.projection.failed.batches")
            .description("Batches of events that failed and are tried again")
            .tag("processor", processor)
            .register(registry);
  }

  @Override
  public void handleError(ErrorContext context) throws Exception {
    failed.increment();
    PropagatingErrorHandler.INSTANCE.handleError(context);
  }
}

package io.beep.app.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * How one processing group follows the event stream.
 *
 * @param name of the group
 * @param segments parts that run at once; fixed when the token is first stored
 * @param batchSize events in one transaction at most
 * @param sequencing events of equal value are handled in order
 * @param failures takes what a handler throws
 */
public record ProcessorSettings(
    String name,
    int segments,
    int batchSize,
    SequencingPolicy<? super EventMessage<?>> sequencing,
    ListenerInvocationErrorHandler failures) {

  /** One whose batch fails when a handler does, and is tried again. */
  public ProcessorSettings(
      String name,
      int segments,
      int batchSize,
      SequencingPolicy<? super EventMessage<?>> sequencing) {
    this(name, segments, batchSize, sequencing, PropagatingErrorHandler.INSTANCE);
  }
}

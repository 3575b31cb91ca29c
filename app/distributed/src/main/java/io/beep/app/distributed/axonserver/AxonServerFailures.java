package io.beep.app.distributed.axonserver;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.queryhandling.NoHandlerForQueryException;

/** Tells failures of the way between nodes from those of what runs on them. */
final class AxonServerFailures {

  /** In which Axon Server tells what kind of failure it is. */
  private static final Metadata.Key<String> CODE =
      Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

  private AxonServerFailures() {}

  /** Whether an append was refused since its place was taken. */
  static boolean isOvertaken(Throwable failure) {
    return codeOf(failure).filter(ErrorCode.INVALID_EVENT_SEQUENCE.errorCode()::equals).isPresent();
  }

  /** Whether Axon Server, the way to it, or a node behind it was not there. */
  static boolean isOfServer(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case AxonServerException _,
            StatusRuntimeException _,
            io.axoniq.axonserver.connector.AxonServerException _,
            AxonServerCommandDispatchException _,
            AxonServerQueryDispatchException _,
            NoHandlerForCommandException _,
            NoHandlerForQueryException _,
            EventStoreException _ -> {
          return true;
        }
        case ExecutionException timeout
            when timeout.getCause() instanceof java.util.concurrent.TimeoutException -> {
          return true;
        }
        default -> {
          // One further in may tell.
        }
      }
    }
    return false;
  }

  private static Optional<String> codeOf(Throwable failure) {
    return switch (failure) {
      case AxonServerException known -> Optional.ofNullable(known.code());
      case StatusRuntimeException grpc ->
          Optional.ofNullable(grpc.getTrailers()).map(trailers -> trailers.get(CODE));
      default -> Optional.empty();
    };
  }
}

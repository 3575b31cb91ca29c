package io.beep.app.axon;

import io.beep.app.eventstore.EventStoreUnavailableException;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.shared.ErrorPayload;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;

/** Gives every failure of a handler the form in which it can cross to another node. */
public final class Refusals {

  private Refusals() {}

  public static Throwable ofCommand(Throwable failure) {
    DomainError error = errorOf(failure);
    return error == null
        ? failure
        : new CommandExecutionException(error.detail(), null, ErrorPayload.of(error));
  }

  public static Throwable ofQuery(Throwable failure) {
    DomainError error = errorOf(failure);
    return error == null
        ? failure
        : new QueryExecutionException(error.detail(), null, ErrorPayload.of(error));
  }

  /** Whether somebody must look into it: all that is not an answer to the one who asked. */
  public static boolean isFault(Throwable failure) {
    return errorOf(failure) == null;
  }

  /**
   * One word for how handling ended: {@code done}, {@code refused}, {@code unavailable}, {@code
   * failed}.
   *
   * @param failure null for none
   */
  static String outcome(@Nullable Throwable failure) {
    if (failure == null) {
      return "done";
    }
    DomainError error = errorOf(failure);
    if (error == null) {
      return "failed";
    }
    return error.kind() == ErrorKind.UNAVAILABLE ? "unavailable" : "refused";
  }

  private static @Nullable DomainError errorOf(Throwable failure) {
    return switch (failure) {
      case DomainException refusal -> refusal.error();
      case AggregateNotFoundException missing ->
          new CommonError.NotFound(kind(String.valueOf(missing.getAggregateIdentifier())));
      case EventStoreUnavailableException ignored -> new CommonError.Unavailable("event-store");
      case ConcurrencyException ignored -> new CommonError.Unavailable("event-store");
      case HandlerExecutionException known when known.getDetails().isPresent() ->
          known.getDetails().get() instanceof ErrorPayload payload ? payload : null;
      case CompletionException wrapped when wrapped.getCause() != null ->
          errorOf(wrapped.getCause());
      case ExecutionException wrapped when wrapped.getCause() != null ->
          errorOf(wrapped.getCause());
      default -> null;
    };
  }

  private static String kind(String aggregateIdentifier) {
    int colon = aggregateIdentifier.indexOf(':');
    return colon < 0 ? "thing" : aggregateIdentifier.substring(0, colon);
  }
}

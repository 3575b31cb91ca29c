package io.beep.saga.shared;

import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.ErrorKind;
import io.beep.coreapi.shared.ErrorPayload;
import io.beep.coreapi.shared.MessageKeys;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** Over Axon, and not for longer than a while. */
public final class BusCommands implements Commands {

  /** A command takes milliseconds; a node that decides and has just died is missed for seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final CommandBus bus;

  public BusCommands(CommandBus bus) {
    this.bus = bus;
  }

  @Override
  public void send(Command command) {
    CompletableFuture<Void> decided = new CompletableFuture<>();
    Map<String, String> actor =
        Map.of(MessageKeys.ACTOR, Objects.requireNonNull(command.actor()).value().toString());
    bus.<Command, Object>dispatch(
        new GenericCommandMessage<>(command, actor),
        (_, result) -> {
          if (result.isExceptional()) {
            decided.completeExceptionally(result.exceptionResult());
          } else {
            decided.complete(null);
          }
        });
    try {
      decided.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw of(Objects.requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      throw new IllegalStateException(command.getClass().getSimpleName() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a command was decided", e);
    }
  }

  private static RuntimeException of(Throwable failure) {
    DomainError error = errorOf(failure);
    return error == null || error.kind() == ErrorKind.UNAVAILABLE
        ? new IllegalStateException("nobody could decide it", failure)
        : new RefusedException(error.code(), error.kind(), failure);
  }

  private static @Nullable DomainError errorOf(Throwable failure) {
    return switch (failure) {
      case DomainException refusal -> refusal.error();
      case CommandExecutionException told
          when told.getDetails().orElse(null) instanceof ErrorPayload payload ->
          payload;
      default -> null;
    };
  }
}

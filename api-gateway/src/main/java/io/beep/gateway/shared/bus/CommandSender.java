package io.beep.gateway.shared.bus;

import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.limit.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sends commands with what goes with them, and reads the position out of the answer. */
public final class CommandSender {

  /** Ten times what a request may take at all; after it something is broken. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /**
   * What a handler answered.
   *
   * @param value null when it answers nothing
   * @param position of the last event that it caused, or of the head of the stream
   */
  public record Outcome(@Nullable Object value, long position) {

    public <T> T value(Class<T> type) {
      if (!type.isInstance(value)) {
        throw new IllegalStateException("expected " + type.getSimpleName() + ", got " + value);
      }
      return type.cast(value);
    }
  }

  private final CommandBus bus;
  private final Bridge bridge;
  private final KnownPosition known;

  public CommandSender(CommandBus bus, Bridge bridge, KnownPosition known) {
    this.bus = bus;
    this.bridge = bridge;
    this.known = known;
  }

  public Mono<Outcome> send(Command command, ApiRequest request) {
    return send(command, request, request.idempotency());
  }

  /** For a request that sends several commands, each with a key of its own. */
  public Mono<Outcome> send(
      Command command, ApiRequest request, ApiRequest.@Nullable Idempotency idempotency) {
    return send(command, request, idempotency, Map.of());
  }

  /**
   * @param more what else goes with it, by {@link MessageKeys}
   */
  public Mono<Outcome> send(
      Command command,
      ApiRequest request,
      ApiRequest.@Nullable Idempotency idempotency,
      Map<String, ?> more) {
    Map<String, Object> metaData = request.metaData();
    metaData.putAll(more);
    UserId actor = command.actor();
    if (actor != null) {
      metaData.put(MessageKeys.ACTOR, actor.value().toString());
    }
    if (idempotency != null) {
      metaData.put(MessageKeys.IDEMPOTENCY_KEY, idempotency.key());
      metaData.put(MessageKeys.REQUEST_HASH, idempotency.requestHash());
    }
    CommandMessage<Command> message =
        GenericCommandMessage.<Command>asCommandMessage(command).withMetaData(metaData);
    return bridge
        .call(Limits.COMMANDS_IN_FLIGHT, () -> dispatch(message), LIMIT)
        .map(this::outcome);
  }

  private CompletableFuture<CommandResultMessage<?>> dispatch(CommandMessage<Command> message) {
    CompletableFuture<CommandResultMessage<?>> answered = new CompletableFuture<>();
    bus.<Command, Object>dispatch(
        message,
        (_, result) -> {
          if (result.isExceptional()) {
            answered.completeExceptionally(result.exceptionResult());
          } else {
            answered.complete(result);
          }
        });
    return answered;
  }

  private Outcome outcome(CommandResultMessage<?> result) {
    if (!(result.getMetaData().get(MessageKeys.POSITION) instanceof Number position)) {
      throw new IllegalStateException("a command was answered without its position");
    }
    known.advanceTo(position.longValue());
    return new Outcome(result.getPayload(), position.longValue());
  }
}

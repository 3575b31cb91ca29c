package io.beep.app.distributed.axonserver;

import io.beep.app.axon.CommandReceipts;
import io.beep.app.axon.Instruments;
import io.beep.app.axon.Refusals;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageKeys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the commands that come to this node, each on a virtual thread, on all that any node
 * committed before.
 *
 * <p>Every answer bears the position up to which the one who asked must read to see the effect. A
 * command with an {@code Idempotency-Key} is carried out once: its receipt is appended with its
 * events, and whoever fails where there is a receipt already gets the first answer once more. One
 * that finds nothing to do leaves a receipt too, by itself. A command that another node overtook is
 * decided anew, on what that node did.
 */
final class FollowingCommandBus extends AsynchronousCommandBus {

  private static final Logger LOG = LoggerFactory.getLogger(FollowingCommandBus.class);

  /** Nodes that meet on one aggregate as often as that have more than bad luck. */
  private static final int ATTEMPTS = 5;

  /**
   * The stream tells within milliseconds; after it the end of the stream is told, which is later.
   */
  private static final long POSITION_MILLIS = 2_000;

  private final ReceiptingEventStore store;
  private final ReceiptPositions positions;

  public FollowingCommandBus(
      ExecutorService threads, ReceiptingEventStore store, Instruments instruments) {
    super(AsynchronousCommandBus.builder().executor(threads));
    this.store = store;
    this.positions = new ReceiptPositions(store);
    instruments.ofCommands().forEach(this::registerHandlerInterceptor);
    var _ =
        registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              store.follower().catchUp();
              return chain.proceed();
            });
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    attempt(command, handler, callback, 1);
  }

  private <C, R> void attempt(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback,
      int attempt) {
    CommandCallback<C, R> finished =
        (sent, result) -> {
          LastAppended appended = LastAppended.take();
          Outcome<R> outcome = outcome(sent, result, appended);
          Map<String, Object> again = outcome.again();
          if (again != null && attempt < ATTEMPTS) {
            attempt(command.andMetaData(again), handler, callback, attempt + 1);
          } else {
            callback.onResult(sent, outcome.result());
          }
        };
    super.handle(command, handler, finished);
  }

  /**
   * @param again what to add to the command when it is to be tried again; null when this is its end
   */
  private record Outcome<R>(
      CommandResultMessage<? extends R> result, @Nullable Map<String, Object> again) {
    static <R> Outcome<R> end(CommandResultMessage<? extends R> result) {
      return new Outcome<>(result, null);
    }
  }

  private <R> Outcome<R> outcome(
      CommandMessage<?> command,
      CommandResultMessage<? extends R> result,
      @Nullable LastAppended appended) {
    if (!result.isExceptional() && appended != null) {
      return Outcome.end(result.andMetaData(Map.of(MessageKeys.POSITION, position(appended))));
    }
    try {
      // Whoever wrote nothing may be asking once more for what was done before.
      CommandReceipts.Key key = CommandReceipts.Key.of(command);
      Optional<Receipts.Found> found = key == null ? Optional.empty() : store.receipts().find(key);
      if (key != null && found.isPresent() && store.receipts().counts(found.get())) {
        return Outcome.end(repeated(key, found.get()));
      }
      if (!result.isExceptional()) {
        return Outcome.end(
            key == null
                ? result.andMetaData(Map.of(MessageKeys.POSITION, store.follower().ask()))
                : receipted(key, result, found.map(old -> old.sequence() + 1).orElse(0L)));
      }
      CommandResultMessage<R> refused = refused(command, result.exceptionResult());
      return isOvertaken(result.exceptionResult())
          ? new Outcome<>(
              refused,
              found
                  .<Map<String, Object>>map(
                      old -> Map.of(ReceiptingEventStore.RECEIPT_SEQUENCE, old.sequence() + 1))
                  .orElse(Map.of()))
          : Outcome.end(refused);
    } catch (RuntimeException e) {
      LOG.warn("could not find out what became of {}", command.getCommandName(), e);
      return Outcome.end(refused(new DomainException(new CommonError.Unavailable("event-store"))));
    }
  }

  /** Of a command that caused nothing, so that sent again later it still does not. */
  private <R> CommandResultMessage<? extends R> receipted(
      CommandReceipts.Key key, CommandResultMessage<? extends R> result, long sequence) {
    try {
      LastAppended appended =
          store.append(store.results().receiptOf(key, result.getPayload()), sequence);
      return result.andMetaData(Map.of(MessageKeys.POSITION, position(appended)));
    } catch (RuntimeException failure) {
      if (!isOvertaken(failure)) {
        throw failure;
      }
      // By its double, on another node or on this one.
      return repeated(key, store.receipts().find(key).orElseThrow(() -> failure));
    }
  }

  private long position(LastAppended appended) {
    try {
      return appended.position().get(POSITION_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      store.follower().forget(appended.eventIdentifier());
      LOG.warn("the stream did not tell of an event in time, the end of the stream is told", e);
      return store.follower().ask();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainException(new CommonError.Unavailable("event-store"));
    }
  }

  /** Whether another command was first where this one wanted to append. */
  private static boolean isOvertaken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConcurrencyException || AxonServerFailures.isOvertaken(cause)) {
        return true;
      }
    }
    return false;
  }

  private static <R> CommandResultMessage<R> refused(CommandMessage<?> command, Throwable failure) {
    Throwable told = AxonServerFailures.isOfServer(failure) ? unavailable(failure) : failure;
    if (Refusals.isFault(told)) {
      LOG.error("command {} failed", command.getCommandName(), failure);
    }
    return refused(told);
  }

  private static Throwable unavailable(Throwable failure) {
    LOG.warn("Axon Server could not carry out a command", failure);
    return new DomainException(new CommonError.Unavailable("event-store"));
  }

  private static <R> CommandResultMessage<R> refused(Throwable failure) {
    return GenericCommandResultMessage.asCommandResultMessage(Refusals.ofCommand(failure));
  }

  /**
   * The payload is null where the command answers nothing, which Axon allows and its types do not
   * tell.
   */
  @SuppressWarnings({"unchecked", "NullAway"})
  private <R> CommandResultMessage<R> repeated(CommandReceipts.Key key, Receipts.Found found) {
    if (!store.receipts().isOf(found, key)) {
      return refused(new DomainException(new CommonError.IdempotencyKeyReused()));
    }
    return new GenericCommandResultMessage<>((R) Receipts.answer(store.results(), found))
        .andMetaData(Map.of(MessageKeys.POSITION, positions.lastOf(found)));
  }
}

package io.beep.app.axon;

import io.beep.app.eventstore.DuplicateCommandException;
import io.beep.app.eventstore.LastAppend;
import io.beep.app.eventstore.Receipt;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageKeys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out each command on a virtual thread of its own, which may wait for the commit that it
 * shares with others.
 *
 * <p>Every answer bears the position up to which the one who asked must read to see the effect. A
 * command with an {@code Idempotency-Key} is carried out once: its receipt is written with its
 * events, and whoever fails where there is a receipt already gets the first answer once more. So
 * the way of a new command costs no look-up. One that finds nothing to do leaves a receipt too, by
 * itself: sent again when there would be something, it still does nothing.
 */
final class VirtualThreadCommandBus extends AsynchronousCommandBus {

  private static final Logger LOG = LoggerFactory.getLogger(VirtualThreadCommandBus.class);

  private final TailingEventStore eventStore;
  private final CommandReceipts receipts;

  VirtualThreadCommandBus(
      ExecutorService threads, TailingEventStore eventStore, CommandReceipts receipts) {
    super(AsynchronousCommandBus.builder().executor(threads));
    this.eventStore = eventStore;
    this.receipts = receipts;
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    CommandCallback<C, R> finished =
        (sent, result) -> callback.onResult(sent, answer(sent, result, LastAppend.take()));
    super.handle(command, handler, finished);
  }

  private <R> CommandResultMessage<? extends R> answer(
      CommandMessage<?> command,
      CommandResultMessage<? extends R> result,
      @Nullable Long position) {
    if (!result.isExceptional() && position != null) {
      return result.andMetaData(Map.of(MessageKeys.POSITION, position));
    }
    // Whoever wrote nothing may be asking once more for what was done before.
    CommandReceipts.Key key = CommandReceipts.Key.of(command);
    if (key != null) {
      try {
        Optional<Receipt> receipt = eventStore.findReceipt(key.actor(), key.key());
        if (receipt.isPresent()) {
          return repeated(key, receipt.get());
        }
        if (!result.isExceptional()) {
          return receipted(key, result);
        }
      } catch (RuntimeException e) {
        LOG.warn("could not find or keep the receipt of {}", command.getCommandName(), e);
        return refused(new DomainException(new CommonError.Unavailable("event-store")));
      }
    }
    return result.isExceptional()
        ? refused(command, result.exceptionResult())
        : result.andMetaData(Map.of(MessageKeys.POSITION, eventStore.head()));
  }

  private <R> CommandResultMessage<? extends R> receipted(
      CommandReceipts.Key key, CommandResultMessage<? extends R> result) {
    try {
      long position = eventStore.keep(receipts.receiptOf(key, result.getPayload()));
      return result.andMetaData(Map.of(MessageKeys.POSITION, position));
    } catch (DuplicateCommandException doubled) {
      return repeated(
          key, eventStore.findReceipt(key.actor(), key.key()).orElseThrow(() -> doubled));
    }
  }

  private static <R> CommandResultMessage<R> refused(CommandMessage<?> command, Throwable failure) {
    if (failure instanceof DuplicateCommandException) {
      // The first one's receipt expired between the two looks: whoever asks again gets through.
      return refused(new DomainException(new CommonError.Unavailable("event-store")));
    }
    if (Refusals.isFault(failure)) {
      LOG.atError()
          .addKeyValue("requestId", command.getMetaData().get(MessageKeys.REQUEST_ID))
          .addKeyValue("userId", command.getMetaData().get(MessageKeys.ACTOR))
          .setCause(failure)
          .log("command {} failed", command.getCommandName());
    }
    return refused(failure);
  }

  private static <R> CommandResultMessage<R> refused(Throwable failure) {
    return GenericCommandResultMessage.asCommandResultMessage(Refusals.ofCommand(failure));
  }

  /**
   * The payload is null where the command answers nothing, which Axon allows and its types do not
   * tell.
   */
  @SuppressWarnings({"unchecked", "NullAway"})
  private <R> CommandResultMessage<R> repeated(CommandReceipts.Key key, Receipt receipt) {
    if (!receipt.requestHash().equals(key.requestHash())) {
      return refused(new DomainException(new CommonError.IdempotencyKeyReused()));
    }
    return new GenericCommandResultMessage<>((R) receipts.answerOf(receipt))
        .andMetaData(Map.of(MessageKeys.POSITION, receipt.position()));
  }
}

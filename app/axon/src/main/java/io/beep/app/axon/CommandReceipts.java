package io.beep.app.axon;

import io.beep.app.eventstore.PendingReceipts;
import io.beep.app.eventstore.Receipt;
import io.beep.coreapi.shared.MessageKeys;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** Turns what a command with a key answered into a receipt, and a receipt back into that answer. */
public final class CommandReceipts implements PendingReceipts {

  private final Serializer serializer;

  public CommandReceipts(Serializer serializer) {
    this.serializer = serializer;
  }

  @Override
  public @Nullable Receipt current() {
    if (!CurrentUnitOfWork.isStarted()
        || !(CurrentUnitOfWork.get().root().getMessage() instanceof CommandMessage<?> command)) {
      return null;
    }
    Key key = Key.of(command);
    return key == null ? null : receiptOf(key, answer(CurrentUnitOfWork.get().root()));
  }

  /**
   * With any position.
   *
   * @param answer null for nothing
   */
  public Receipt receiptOf(Key key, @Nullable Object answer) {
    if (answer == null) {
      return new Receipt(key.actor(), key.key(), key.requestHash(), "", "", -1);
    }
    SerializedObject<String> stored = serializer.serialize(answer, String.class);
    return new Receipt(
        key.actor(),
        key.key(),
        key.requestHash(),
        stored.getType().getName(),
        stored.getData(),
        -1);
  }

  private static @Nullable Object answer(UnitOfWork<?> unitOfWork) {
    ExecutionResult result = unitOfWork.getExecutionResult();
    return result == null || result.isExceptionResult() ? null : result.getResult().getPayload();
  }

  /** What the command answered, null for nothing. */
  public @Nullable Object answerOf(Receipt receipt) {
    return receipt.resultType().isEmpty()
        ? null
        : serializer.deserialize(
            new SimpleSerializedObject<>(
                receipt.result(), String.class, receipt.resultType(), null));
  }

  /** The key of a command with all that belongs to it. */
  public record Key(String actor, String key, String requestHash) {

    /** Null for a command without a key. */
    public static @Nullable Key of(CommandMessage<?> command) {
      Object key = command.getMetaData().get(MessageKeys.IDEMPOTENCY_KEY);
      Object hash = command.getMetaData().get(MessageKeys.REQUEST_HASH);
      Object actor = command.getMetaData().get(MessageKeys.ACTOR);
      return key instanceof String k && hash instanceof String h && actor instanceof String a
          ? new Key(a, k, h)
          : null;
    }
  }
}

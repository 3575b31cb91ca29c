package io.beep.query.message;

import io.beep.coreapi.message.GetMessage;
import io.beep.coreapi.message.ListChannelMessages;
import io.beep.coreapi.message.MessagePage;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers the histories of channels. */
public final class MessageQueries implements AnswersQueries {

  private final HistoryReads reads;
  private final ReadBarrier barrier;
  private final Clock clock;

  public MessageQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    this.reads = new HistoryReads(readModel);
    this.barrier = barrier;
    this.clock = clock;
  }

  @QueryHandler
  CompletableFuture<MessagePage> answer(
      ListChannelMessages query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> reads.page(query, clock.instant()));
  }

  @QueryHandler
  CompletableFuture<MessageView> answer(
      GetMessage query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> reads.one(query, clock.instant()));
  }
}

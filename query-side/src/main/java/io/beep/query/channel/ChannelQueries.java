package io.beep.query.channel;

import io.beep.coreapi.channel.ChannelOverwritesView;
import io.beep.coreapi.channel.GetChannelOverwrites;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is asked about single channels. */
public final class ChannelQueries implements AnswersQueries {

  private final OverwriteReads overwrites;
  private final ReadBarrier barrier;
  private final Clock clock;

  public ChannelQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    this.overwrites = new OverwriteReads(readModel);
    this.barrier = barrier;
    this.clock = clock;
  }

  @QueryHandler
  CompletableFuture<ChannelOverwritesView> answer(
      GetChannelOverwrites query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> overwrites.all(query, clock.instant()));
  }
}

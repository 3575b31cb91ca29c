package io.beep.query.moderation;

import io.beep.coreapi.moderation.GetOwnLimits;
import io.beep.coreapi.moderation.GetSafety;
import io.beep.coreapi.moderation.ListReports;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.moderation.OwnLimitsView;
import io.beep.coreapi.moderation.ReportPage;
import io.beep.coreapi.moderation.SafetyView;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is asked by those who keep order in a server. */
public final class ModerationQueries implements AnswersQueries {

  private final ReportReads reports;
  private final SafetyReads safety;
  private final ReadBarrier barrier;

  public ModerationQueries(
      ReadModel readModel, ReadBarrier barrier, Clock clock, NewAccounts accounts) {
    this.reports = new ReportReads(readModel, clock);
    this.safety = new SafetyReads(readModel, clock, accounts);
    this.barrier = barrier;
  }

  @QueryHandler
  CompletableFuture<OwnLimitsView> answer(
      GetOwnLimits query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> safety.limitsOf(query));
  }

  @QueryHandler
  CompletableFuture<SafetyView> answer(
      GetSafety query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> safety.of(query));
  }

  @QueryHandler
  CompletableFuture<ReportPage> answer(
      ListReports query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> reports.page(query));
  }
}

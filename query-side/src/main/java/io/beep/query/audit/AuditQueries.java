package io.beep.query.audit;

import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.GetMemberHistory;
import io.beep.coreapi.audit.GetUndo;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.audit.MemberHistoryView;
import io.beep.coreapi.audit.UndoView;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is asked about the audit log. */
public final class AuditQueries implements AnswersQueries {

  private final AuditLogs logs;
  private final Undos undos;
  private final MemberHistories histories;
  private final ReadBarrier barrier;

  /**
   * @param barrier that waits for the group {@code audit} too
   */
  public AuditQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    this.logs = new AuditLogs(readModel, clock);
    this.undos = new Undos(readModel, logs, clock);
    this.histories = new MemberHistories(readModel, clock);
    this.barrier = barrier;
  }

  @QueryHandler
  CompletableFuture<MemberHistoryView> answer(
      GetMemberHistory query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> histories.of(query));
  }

  @QueryHandler
  CompletableFuture<AuditLogPage> answer(
      ListAuditLog query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> logs.page(query));
  }

  @QueryHandler
  CompletableFuture<UndoView> answer(
      GetUndo query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    return barrier.after(atLeast, () -> undos.of(query));
  }
}

package io.beep.command.moderation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.moderation.ReopenReport;
import io.beep.coreapi.moderation.ReportBookId;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.ReportReopened;
import io.beep.coreapi.moderation.ReportResolved;
import io.beep.coreapi.moderation.ResolveReport;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.UserId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * All that is reported of one message or one member of a server, round after round: it gathers
 * reports, one of each reporter, until they are resolved together. {@link ReportDesk} carries out
 * the commands.
 */
public final class Report {

  @AggregateIdentifier private @Nullable ReportBookId id;
  private @Nullable ReportFiled last;

  /** Who waits for an answer; null stands for the word filter. */
  private final Set<@Nullable UserId> waiting = new HashSet<>();

  /** Who was answered last, for as long as that can be taken back. */
  private final Set<@Nullable UserId> answered = new HashSet<>();

  Report() {}

  void file(ReportFiled report) {
    if (!waiting.contains(report.reporterId()) && waiting.size() < Quotas.REPORTS_OF_ONE) {
      apply(report);
    }
  }

  void resolve(ResolveReport command, @Nullable String note) {
    if (!waiting.isEmpty()) {
      ReportFiled about = last();
      apply(
          new ReportResolved(
              command.serverId(),
              about.targetKind(),
              about.targetId(),
              about.accusedId(),
              about.channelId(),
              command.outcome().wireName(),
              note,
              command.actor()));
    }
  }

  void reopen(ReopenReport command) {
    if (!answered.isEmpty()) {
      ReportFiled about = last();
      apply(
          new ReportReopened(
              command.serverId(),
              about.targetKind(),
              about.targetId(),
              about.accusedId(),
              about.channelId(),
              command.actor()));
    }
  }

  /** What was filed last: what it is about is the same for all. */
  ReportFiled last() {
    return Objects.requireNonNull(last, "a report without its first event");
  }

  @EventSourcingHandler
  void evolve(ReportFiled event) {
    id = new ReportBookId(event.serverId(), event.reportId());
    last = event;
    waiting.add(event.reporterId());
  }

  @EventSourcingHandler
  void evolve(ReportResolved event) {
    answered.clear();
    answered.addAll(waiting);
    waiting.clear();
  }

  @EventSourcingHandler
  void evolve(ReportReopened event) {
    waiting.addAll(answered);
    answered.clear();
  }
}

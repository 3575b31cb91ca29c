package io.beep.gateway.audit;

import io.beep.coreapi.audit.AuditEntryView;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.audit.ListAuditLog.Filter;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.Problems;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Undoes one act after the other, the newest first, so that what came on top is gone before what
 * was beneath it. A refusal of one is its result and does not end the others; a fault ends them,
 * and the request can be sent again.
 */
final class UndoActsEndpoint implements Endpoint {

  /** Each takes some milliseconds, and all of them far less than a client waits. */
  private static final int MOST = 100;

  private static final String UNDONE_ALREADY = new AuditError.UndoneAlready().code();

  record UndoWish(String actor, String since) {}

  /**
   * @param code why it was not undone; null when it was
   * @param missingRoles as of one that is undone alone
   */
  record UndoResult(
      long position,
      String action,
      boolean undone,
      @Nullable String code,
      @Nullable List<RoleId> missingRoles) {

    private static UndoResult of(AuditEntryView act, @Nullable List<RoleId> missingRoles) {
      return new UndoResult(act.position(), act.action(), true, null, missingRoles);
    }
  }

  /**
   * @param more whether there are acts of the time that were not tried; the same request tries them
   *     as soon as those before them are undone
   */
  record UndoResults(List<UndoResult> items, boolean more) {
    UndoResults {
      items = List.copyOf(items);
    }
  }

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.POST,
              "/api/servers/{serverId}/audit-log/undo",
              "Undo everything that someone did to a server since a time")
          .taking(UndoWish.class)
          .within(Limits.UNDOS)
          .answering(200, UndoResults.class);

  private final Undoing undoing;
  private final QueryAsker queries;

  UndoActsEndpoint(Undoing undoing, QueryAsker queries) {
    this.undoing = undoing;
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    UndoWish wish = request.body(UndoWish.class);
    Filter filter =
        new Filter(
            Objects.requireNonNull(ApiRequest.optionalId("actor", wish.actor(), UserId::of)),
            null,
            null,
            AuditEndpoints.time("since", wish.since()),
            null);
    return queries
        .ask(
            new ListAuditLog(server, request.user(), filter, null, null, ListAuditLog.MOST),
            AuditLogPage.class,
            request)
        .flatMap(page -> undo(server, page, request))
        .map(Answer::ok);
  }

  /** What is undone already, and what undid something, is left as it is. */
  private Mono<UndoResults> undo(ServerId server, AuditLogPage page, ApiRequest request) {
    List<AuditEntryView> acts =
        page.items().stream()
            .filter(act -> act.undoneBy() == null && act.undoes() == null)
            .toList();
    return Flux.fromIterable(acts)
        .take(MOST)
        .concatMap(act -> undo(server, act, request))
        .collectList()
        .map(results -> new UndoResults(results, acts.size() > MOST || page.older() != null));
  }

  private Mono<UndoResult> undo(ServerId server, AuditEntryView act, ApiRequest request) {
    return undoing
        .undo(server, act.position(), request)
        .map(done -> UndoResult.of(act, done.missingRoles()))
        .onErrorResume(failure -> refused(act, failure));
  }

  private static Mono<UndoResult> refused(AuditEntryView act, Throwable failure) {
    Problem problem = Problems.of(failure);
    if (problem != null && problem.code().equals(UNDONE_ALREADY)) {
      // As what a folder holds is, when the folder is restored just before.
      return Mono.just(UndoResult.of(act, null));
    }
    return problem == null || problem.status() >= 500
        ? Mono.error(failure)
        : Mono.just(new UndoResult(act.position(), act.action(), false, problem.code(), null));
  }
}

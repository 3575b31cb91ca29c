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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Undoes one act after the other, the newest first, so that what came on top is gone before what
 * was beneath it. A refusal of one is its result and does not end the others; a fault ends them,
 * and the request can be sent again. Whoever asks goes on from where the answer ends.
 */
final class UndoActsEndpoint implements Endpoint {

  /** Each takes some milliseconds, and all of them far less than a client waits. */
  private static final int MOST = 100;

  private static final String NOT_UNDOABLE = new AuditError.NotUndoable().code();

  /**
   * @param before only acts before this position; null for all of the time
   */
  record UndoWish(String actor, String since, @Nullable Long before) {}

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
   * @param more whether there are acts of the time that were not tried
   * @param before what to give as {@code before} to go on with them; null when there are none
   */
  record UndoResults(List<UndoResult> items, boolean more, @Nullable Long before) {
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
            new ListAuditLog(
                server, request.user(), filter, wish.before(), null, ListAuditLog.MOST),
            AuditLogPage.class,
            request)
        .flatMap(page -> undo(server, stretch(server, page, request), request))
        .map(Answer::ok);
  }

  /**
   * @param older from where to go on; null when nothing is left
   */
  private record Stretch(List<Tried> acts, @Nullable Long older) {}

  /**
   * @param hopeless that nothing undoes
   * @param undone perhaps by this very request, whose answer was lost
   */
  private record Tried(AuditEntryView act, boolean hopeless, boolean undone) {}

  /**
   * As much of a page as there is time for: what nothing undoes takes none. What is undone already,
   * and what undid something, is left as it is; with a key it is asked whether it was undone under
   * that.
   */
  private static Stretch stretch(ServerId server, AuditLogPage page, ApiRequest request) {
    List<Tried> acts = new ArrayList<>();
    int hopeful = 0;
    for (AuditEntryView act : page.items()) {
      boolean undone = act.undoneBy() != null;
      if ((undone && request.idempotency() == null) || act.undoes() != null) {
        continue;
      }
      if (hopeful == MOST) {
        return new Stretch(acts, acts.getLast().act().position());
      }
      boolean hopeless = !undone && !Compensations.exist(server, request.user(), act);
      acts.add(new Tried(act, hopeless, undone));
      hopeful += hopeless ? 0 : 1;
    }
    return new Stretch(acts, page.older());
  }

  private Mono<UndoResults> undo(ServerId server, Stretch stretch, ApiRequest request) {
    return Flux.fromIterable(stretch.acts())
        .concatMap(
            tried ->
                tried.hopeless()
                    ? Mono.just(refused(tried.act(), NOT_UNDOABLE))
                    : tried.undone()
                        ? repeat(server, tried.act(), request)
                        : undo(server, tried.act(), request))
        .collectList()
        .map(results -> new UndoResults(results, stretch.older() != null, stretch.older()));
  }

  private Mono<UndoResult> undo(ServerId server, AuditEntryView act, ApiRequest request) {
    return undoing
        .undoOneOfMany(server, act.position(), request)
        .map(done -> UndoResult.of(act, done.missingRoles()))
        .onErrorResume(failure -> refused(act, failure));
  }

  /** Nothing for what was undone in another way. */
  private Mono<UndoResult> repeat(ServerId server, AuditEntryView act, ApiRequest request) {
    return undoing
        .repeatOneOfMany(server, act.position(), request)
        .map(done -> UndoResult.of(act, done.missingRoles()))
        .onErrorResume(Undoing::isUndoneAlready, _ -> Mono.empty());
  }

  private static UndoResult refused(AuditEntryView act, String code) {
    return new UndoResult(act.position(), act.action(), false, code, null);
  }

  private static Mono<UndoResult> refused(AuditEntryView act, Throwable failure) {
    if (Undoing.isUndoneAlready(failure)) {
      // As what a folder holds is, when the folder is restored just before.
      return Mono.just(UndoResult.of(act, null));
    }
    Problem problem = Problems.of(failure);
    return problem == null || problem.status() >= 500
        ? Mono.error(failure)
        : Mono.just(refused(act, problem.code()));
  }
}

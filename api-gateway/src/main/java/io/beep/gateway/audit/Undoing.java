package io.beep.gateway.audit;

import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.audit.GetUndo;
import io.beep.coreapi.audit.RepeatUndo;
import io.beep.coreapi.audit.UndoView;
import io.beep.coreapi.server.RestoredMember;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.CommandSender.Outcome;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.problem.Problem;
import io.beep.gateway.shared.problem.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Undoes an act by a command that bears its position, so that what comes of it is logged as what
 * undid it. Whether the act still is the last word is read just before; whoever changes the same
 * thing in these milliseconds is overruled, as by any other command that is later than theirs.
 */
final class Undoing {

  private static final String UNDONE_ALREADY = new AuditError.UndoneAlready().code();

  private final CommandSender commands;
  private final QueryAsker queries;

  /**
   * What became of an act.
   *
   * @param position of what undid it
   * @param missingRoles that somebody had who is back, and that they did not get back; null for
   *     none
   */
  record Undone(long position, @Nullable List<RoleId> missingRoles) {

    private static Undone by(Outcome outcome) {
      return new Undone(
          outcome.position(),
          outcome.value() instanceof RestoredMember back && !back.missingRoles().isEmpty()
              ? back.missingRoles()
              : null);
    }
  }

  Undoing(CommandSender commands, QueryAsker queries) {
    this.commands = commands;
    this.queries = queries;
  }

  /**
   * Fails with a refusal when the act cannot be undone, or not by who asks. Whoever asks again with
   * the same key, as they got no answer, gets that of the first time.
   */
  Mono<Undone> undo(ServerId server, long position, ApiRequest request) {
    return undo(server, position, request, request.idempotency());
  }

  /** The same for one act of several that a request undoes. */
  Mono<Undone> undoOneOfMany(ServerId server, long position, ApiRequest request) {
    return undo(server, position, request, partOf(request, position));
  }

  private Mono<Undone> undo(
      ServerId server,
      long position,
      ApiRequest request,
      ApiRequest.@Nullable Idempotency idempotency) {
    return queries
        .ask(new GetUndo(server, request.user(), position), UndoView.class, request)
        .flatMap(
            undo ->
                commands.send(
                    Compensations.of(server, request.user(), undo.act()),
                    request,
                    idempotency,
                    Map.of(MessageKeys.UNDOES, position)))
        .map(Undone::by)
        .onErrorResume(
            failure -> idempotency != null && isUndoneAlready(failure),
            _ -> repeat(server, position, request, idempotency));
  }

  /** What undoing one of several acts with the key of this request answered, if anything did. */
  Mono<Undone> repeatOneOfMany(ServerId server, long position, ApiRequest request) {
    return repeat(server, position, request, partOf(request, position));
  }

  /** What undoing the act with this key answered; a refusal when nothing did. */
  private Mono<Undone> repeat(
      ServerId server,
      long position,
      ApiRequest request,
      ApiRequest.@Nullable Idempotency idempotency) {
    return commands
        .send(new RepeatUndo(server, request.user(), position), request, idempotency)
        .map(Undone::by);
  }

  private static ApiRequest.@Nullable Idempotency partOf(ApiRequest request, long position) {
    ApiRequest.Idempotency whole = request.idempotency();
    return whole == null ? null : whole.forPart(Long.toString(position));
  }

  static boolean isUndoneAlready(Throwable failure) {
    Problem problem = Problems.of(failure);
    return problem != null && problem.code().equals(UNDONE_ALREADY);
  }
}

package io.beep.gateway.audit;

import io.beep.coreapi.audit.GetUndo;
import io.beep.coreapi.audit.UndoView;
import io.beep.coreapi.server.RestoredMember;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.CommandSender.Outcome;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.ApiRequest;
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

  /** Fails with a refusal when the act cannot be undone, or not by who asks. */
  Mono<Undone> undo(ServerId server, long position, ApiRequest request) {
    return undo(server, position, request, request.idempotency());
  }

  /** The same for one act of several that a request undoes. */
  Mono<Undone> undoOneOfMany(ServerId server, long position, ApiRequest request) {
    ApiRequest.Idempotency whole = request.idempotency();
    return undo(
        server, position, request, whole == null ? null : whole.forPart(Long.toString(position)));
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
        .map(Undone::by);
  }
}

package io.beep.gateway.audit;

import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class UndoActEndpoint implements Endpoint {

  /**
   * @param undone the act
   * @param position of what undid it
   * @param missingRoles that somebody had who is back, and that they did not get back, as who undid
   *     it may not give them; null for none
   */
  record UndoneAct(long undone, long position, @Nullable List<RoleId> missingRoles) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.POST,
              "/api/servers/{serverId}/audit-log/{position}/undo",
              "Undo what was done to a server")
          .answering(200, UndoneAct.class);

  private final Undoing undoing;

  UndoActEndpoint(Undoing undoing) {
    this.undoing = undoing;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    long position = AuditEndpoints.positionOf(request);
    return undoing
        .undo(server, position, request)
        .map(done -> Answer.ok(new UndoneAct(position, done.position(), done.missingRoles())));
  }
}

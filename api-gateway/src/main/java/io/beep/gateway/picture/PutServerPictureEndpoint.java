package io.beep.gateway.picture;

import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * The picture or the banner of a server. Whether one may change it is asked before anything is read
 * of the body, and decided by the command.
 */
final class PutServerPictureEndpoint implements Endpoint {

  private final Operation operation;
  private final PictureKind kind;
  private final PictureChange change;
  private final Uploads uploads;
  private final QueryAsker queries;

  PutServerPictureEndpoint(
      String path,
      String summary,
      PictureKind kind,
      PictureChange change,
      Uploads uploads,
      QueryAsker queries) {
    this.operation =
        Operation.changing(HttpMethod.PUT, path, summary)
            .takingPicture()
            .answering(200, ChangedTo.class)
            .within(Limits.PICTURES);
    this.kind = kind;
    this.change = change;
    this.uploads = uploads;
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    return queries
        .ask(new GetServer(server, request.user()), ServerView.class, request)
        .doOnNext(PutServerPictureEndpoint::requireManager)
        .flatMap(
            _ -> uploads.put(kind, server, request, id -> change.of(server, request.user(), id)));
  }

  private static void requireManager(ServerView server) {
    if (!server.permissions().contains(Permission.MANAGE_SERVER)) {
      throw Problems.of(new CommonError.Forbidden(Permission.MANAGE_SERVER.name())).exception();
    }
  }
}

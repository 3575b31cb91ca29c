package io.beep.gateway.picture;

import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ServerCommand;
import io.beep.coreapi.server.ServerView;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.problem.Problems;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Takes in what a server is to look like. Whether one may change it is asked before anything is
 * read of the body, and decided by the command.
 */
final class ServerUploads {

  private final Uploads uploads;
  private final QueryAsker queries;

  ServerUploads(Uploads uploads, QueryAsker queries) {
    this.uploads = uploads;
    this.queries = queries;
  }

  /**
   * @param server asks for the server as whoever sends the picture
   */
  Mono<Answer> put(
      PictureKind kind,
      GetServer server,
      ApiRequest request,
      Function<PictureId, ServerCommand> command) {
    return queries
        .ask(server, ServerView.class, request)
        .doOnNext(ServerUploads::requireManager)
        .flatMap(_ -> uploads.put(kind, server.serverId(), request, command::apply));
  }

  private static void requireManager(ServerView server) {
    if (!server.permissions().contains(Permission.MANAGE_SERVER)) {
      throw Problems.of(new CommonError.Forbidden(Permission.MANAGE_SERVER.name())).exception();
    }
  }
}

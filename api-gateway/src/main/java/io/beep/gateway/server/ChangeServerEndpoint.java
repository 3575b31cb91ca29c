package io.beep.gateway.server;

import io.beep.coreapi.server.EditServer;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Change;
import io.beep.gateway.shared.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** All fields are one command: when one is refused, none is changed. */
final class ChangeServerEndpoint implements Endpoint {

  record ServerChange(
      @Nullable String name,
      Change description,
      @Nullable List<String> tags,
      @Nullable Visibility visibility) {

    private boolean saysNothing() {
      return name == null && !description.given() && tags == null && visibility == null;
    }
  }

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PATCH,
              "/api/servers/{serverId}",
              "Rename, describe, tag, open or close a server")
          .taking(ServerChange.class);

  private final CommandSender commands;

  ChangeServerEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    ServerChange body = request.body(ServerChange.class);
    if (body.saysNothing()) {
      throw Problems.nothingToChange().exception();
    }
    return commands
        .send(
            new EditServer(
                server,
                request.user(),
                body.name(),
                body.description().newText(),
                body.tags(),
                body.visibility()),
            request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}

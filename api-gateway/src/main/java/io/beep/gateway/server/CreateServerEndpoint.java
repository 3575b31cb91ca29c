package io.beep.gateway.server;

import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.ServerTemplate;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.server.Visibility;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class CreateServerEndpoint implements Endpoint {

  /**
   * @param template one of those at {@code /api/server-templates}; without, that of a blank server
   * @param language of the names that come from it, {@code en} or {@code fr}
   */
  record NewServer(
      String name,
      @Nullable String description,
      Visibility visibility,
      @Nullable ServerTemplate template,
      @Nullable String language) {}

  /** An acknowledgement that also tells the channels that the server was born with. */
  record Created(UUID id, long position, List<StarterChannel> channels) {}

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.POST, "/api/servers", "Create a server")
          .taking(NewServer.class)
          .answering(201, Created.class);

  private final CommandSender commands;

  CreateServerEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    NewServer body = request.body(NewServer.class);
    return commands
        .send(
            new CreateServer(
                request.user(),
                body.name(),
                body.description(),
                body.visibility(),
                body.template(),
                body.language()),
            request)
        .map(
            outcome -> {
              CreatedServer created = outcome.value(CreatedServer.class);
              UUID id = created.id().value();
              return Answer.created(
                  "/api/servers/" + id, new Created(id, outcome.position(), created.channels()));
            });
  }
}

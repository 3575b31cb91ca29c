package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.SetForbiddenWords;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.List;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class SetForbiddenWordsEndpoint implements Endpoint {

  /**
   * The whole filter.
   *
   * @param blocked messages with one of these words are refused
   * @param reported messages with one of these words are sent and reported
   */
  record ForbiddenWords(List<String> blocked, List<String> reported) {

    ForbiddenWords {
      blocked = List.copyOf(blocked);
      reported = List.copyOf(reported);
    }
  }

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT, "/api/servers/{serverId}/safety/words", "Set the word filter")
          .taking(ForbiddenWords.class);

  private final CommandSender commands;

  SetForbiddenWordsEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    ForbiddenWords body = request.body(ForbiddenWords.class);
    return commands
        .send(
            new SetForbiddenWords(server, request.user(), body.blocked(), body.reported()), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}

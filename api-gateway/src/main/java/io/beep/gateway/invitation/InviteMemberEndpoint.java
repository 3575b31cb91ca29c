package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.InviteMember;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.FindUserByName;
import io.beep.coreapi.user.UsersView;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Whom the name means is looked up here; whether one may ask them, the command decides first. */
final class InviteMemberEndpoint implements Endpoint {

  record Invited(String username) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.POST,
              "/api/servers/{serverId}/member-invitations",
              "Ask someone to come into a server")
          .taking(Invited.class)
          .within(Limits.PERSONAL_INVITATIONS);

  private final CommandSender commands;
  private final QueryAsker queries;

  InviteMemberEndpoint(CommandSender commands, QueryAsker queries) {
    this.commands = commands;
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    return queries
        .ask(new FindUserByName(request.body(Invited.class).username()), UsersView.class, request)
        .map(found -> found.users().stream().findFirst().map(user -> user.id()))
        .flatMap(invited -> invite(server, invited, request));
  }

  private Mono<Answer> invite(ServerId server, Optional<UserId> invited, ApiRequest request) {
    return commands
        .send(new InviteMember(server, request.user(), invited.orElse(null)), request)
        .map(outcome -> Answer.ok(new Acknowledged(server.value(), outcome.position())));
  }
}

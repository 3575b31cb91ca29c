package io.beep.gateway.invitation;

import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.CreatedInvitation;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class CreateInvitationEndpoint implements Endpoint {

  /**
   * @param expiresIn seconds; 0 for never, left out for a week
   */
  record NewInvitation(@Nullable Integer maxUses, @Nullable Long expiresIn) {}

  /** An acknowledgement of what has a code and no id. */
  record MadeInvitation(
      InvitationCode code, long position, @Nullable Integer maxUses, @Nullable Instant expiresAt) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.POST, "/api/servers/{serverId}/invitations", "Make an invitation")
          .perhapsTaking(NewInvitation.class)
          .answering(201, MadeInvitation.class);

  private final CommandSender commands;

  CreateInvitationEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    NewInvitation body = request.body(NewInvitation.class);
    return commands
        .send(
            new CreateInvitation(server, request.user(), body.maxUses(), body.expiresIn()), request)
        .map(
            outcome -> {
              CreatedInvitation made = outcome.value(CreatedInvitation.class);
              return Answer.created(
                  "/api/invitations/" + made.code().value(),
                  new MadeInvitation(
                      made.code(), outcome.position(), made.maxUses(), made.expiresAt()));
            });
  }
}

package io.beep.gateway.picture;

import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RemoveServerPictureEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.DELETE, "/api/servers/{serverId}/picture", "Take a server's picture away")
          .answering(200, ChangedTo.class);

  private final Uploads uploads;

  RemoveServerPictureEndpoint(Uploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    return uploads.remove(server, new SetServerPicture(server, request.user(), null), request);
  }
}

package io.beep.gateway.picture;

import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class PutServerPictureEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT, "/api/servers/{serverId}/picture", "Give a server a picture")
          .takingPicture()
          .answering(200, ChangedTo.class)
          .within(Limits.PICTURES);

  private final ServerUploads uploads;

  PutServerPictureEndpoint(ServerUploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    return uploads.put(
        PictureKind.PICTURE,
        new GetServer(server, request.user()),
        request,
        id -> new SetServerPicture(server, request.user(), id));
  }
}

package io.beep.gateway.picture;

import io.beep.coreapi.server.SetServerBanner;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RemoveServerBannerEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.DELETE, "/api/servers/{serverId}/banner", "Take a server's banner away")
          .answering(200, ChangedTo.class);

  private final Uploads uploads;

  RemoveServerBannerEndpoint(Uploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    return uploads.remove(server, new SetServerBanner(server, request.user(), null), request);
  }
}

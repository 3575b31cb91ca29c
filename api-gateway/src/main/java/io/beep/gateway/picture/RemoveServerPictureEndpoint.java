package io.beep.gateway.picture;

import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** The picture or the banner of a server. */
final class RemoveServerPictureEndpoint implements Endpoint {

  private final Operation operation;
  private final PictureChange change;
  private final Uploads uploads;

  RemoveServerPictureEndpoint(String path, String summary, PictureChange change, Uploads uploads) {
    this.operation =
        Operation.changing(HttpMethod.DELETE, path, summary).answering(200, ChangedTo.class);
    this.change = change;
    this.uploads = uploads;
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    return uploads.remove(server, change.of(server, request.user(), null), request);
  }
}

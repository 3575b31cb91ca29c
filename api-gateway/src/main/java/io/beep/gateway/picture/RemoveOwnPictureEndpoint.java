package io.beep.gateway.picture;

import io.beep.coreapi.user.SetUserPicture;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RemoveOwnPictureEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.DELETE, "/api/me/picture", "Take your picture away")
          .answering(200, ChangedTo.class);

  private final Uploads uploads;

  RemoveOwnPictureEndpoint(Uploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return uploads.remove(request.user(), new SetUserPicture(request.user(), null), request);
  }
}

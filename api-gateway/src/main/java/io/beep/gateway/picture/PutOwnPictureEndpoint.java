package io.beep.gateway.picture;

import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.user.SetUserPicture;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class PutOwnPictureEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.PUT, "/api/me/picture", "Give yourself a picture")
          .takingPicture()
          .answering(200, ChangedTo.class)
          .within(Limits.PICTURES);

  private final Uploads uploads;

  PutOwnPictureEndpoint(Uploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return uploads.put(
        PictureKind.PICTURE, request.user(), request, id -> new SetUserPicture(request.user(), id));
  }
}

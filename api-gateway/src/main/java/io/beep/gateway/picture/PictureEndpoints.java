package io.beep.gateway.picture;

import io.beep.coreapi.shared.picture.Pictures;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import java.util.List;

/** Every slice of this feature. */
public final class PictureEndpoints {

  private PictureEndpoints() {}

  public static List<Endpoint> of(
      CommandSender commands, QueryAsker queries, Pictures pictures, Bridge bridge) {
    Uploads uploads = new Uploads(commands, pictures, bridge);
    ServerUploads serverUploads = new ServerUploads(uploads, queries);
    return List.of(
        new PutServerPictureEndpoint(serverUploads),
        new RemoveServerPictureEndpoint(uploads),
        new PutServerBannerEndpoint(serverUploads),
        new RemoveServerBannerEndpoint(uploads),
        new PutOwnPictureEndpoint(uploads),
        new RemoveOwnPictureEndpoint(uploads),
        new GetPictureEndpoint(pictures, bridge));
  }
}

package io.beep.gateway.picture;

import io.beep.coreapi.server.SetServerBanner;
import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import java.util.List;

/** Every slice of this feature. */
public final class PictureEndpoints {

  private static final String PICTURE = "/api/servers/{serverId}/picture";
  private static final String BANNER = "/api/servers/{serverId}/banner";

  private PictureEndpoints() {}

  public static List<Endpoint> of(
      CommandSender commands, QueryAsker queries, Pictures pictures, Bridge bridge) {
    Uploads uploads = new Uploads(commands, pictures, bridge);
    return List.of(
        new PutServerPictureEndpoint(
            PICTURE,
            "Give a server a picture",
            PictureKind.PICTURE,
            SetServerPicture::new,
            uploads,
            queries),
        new RemoveServerPictureEndpoint(
            PICTURE, "Take a server's picture away", SetServerPicture::new, uploads),
        new PutServerPictureEndpoint(
            BANNER,
            "Give a server a banner",
            PictureKind.BANNER,
            SetServerBanner::new,
            uploads,
            queries),
        new RemoveServerPictureEndpoint(
            BANNER, "Take a server's banner away", SetServerBanner::new, uploads),
        new PutOwnPictureEndpoint(uploads),
        new RemoveOwnPictureEndpoint(uploads),
        new GetPictureEndpoint(pictures, bridge));
  }
}

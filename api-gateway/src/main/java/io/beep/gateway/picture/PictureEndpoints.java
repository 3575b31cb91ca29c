package io.beep.gateway.picture;

import io.beep.coreapi.server.ChangeServerBanner;
import io.beep.coreapi.server.ChangeServerPicture;
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
            ChangeServerPicture::new,
            uploads,
            queries),
        new RemoveServerPictureEndpoint(
            PICTURE, "Take a server's picture away", ChangeServerPicture::new, uploads),
        new PutServerPictureEndpoint(
            BANNER,
            "Give a server a banner",
            PictureKind.BANNER,
            ChangeServerBanner::new,
            uploads,
            queries),
        new RemoveServerPictureEndpoint(
            BANNER, "Take a server's banner away", ChangeServerBanner::new, uploads),
        new PutOwnPictureEndpoint(uploads),
        new RemoveOwnPictureEndpoint(uploads),
        new GetPictureEndpoint(pictures, bridge));
  }
}

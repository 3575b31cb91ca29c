package io.beep.gateway.feed;

import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.user.UserPictureSet;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What frames about pictures have. */
final class PictureFrames {

  /**
   * @param pictureUrl left out when the server has none any more
   */
  record ServerPictureSetData(
      String type, long position, Instant at, ServerId serverId, @Nullable String pictureUrl) {}

  /**
   * @param bannerUrl left out when the server has none any more
   */
  record ServerBannerSetData(
      String type, long position, Instant at, ServerId serverId, @Nullable String bannerUrl) {}

  /**
   * To all who share a server with them.
   *
   * @param avatarUrl left out when they have none any more
   */
  record UserPictureSetData(
      String type, long position, Instant at, UserId userId, @Nullable String avatarUrl) {}

  static final String USER = "user.picture-set";

  static final Map<String, Class<? extends Record>> DATA =
      Map.of(
          "server.picture-set",
          ServerPictureSetData.class,
          "server.banner-set",
          ServerBannerSetData.class,
          USER,
          UserPictureSetData.class);

  private PictureFrames() {}

  static Record data(ServerPictureSet e, String type, long p, Instant at) {
    return new ServerPictureSetData(
        type, p, at, e.serverId(), PictureKind.PICTURE.address(e.pictureId()));
  }

  static Record data(ServerBannerSet e, String type, long p, Instant at) {
    return new ServerBannerSetData(
        type, p, at, e.serverId(), PictureKind.BANNER.address(e.pictureId()));
  }

  static Record data(UserPictureSet e, String type, long p, Instant at) {
    return new UserPictureSetData(
        type, p, at, e.userId(), PictureKind.PICTURE.address(e.pictureId()));
  }
}

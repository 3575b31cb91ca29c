package io.beep.gateway.feed;

import io.beep.coreapi.server.ServerBannerChanged;
import io.beep.coreapi.server.ServerPictureChanged;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.user.UserPictureChanged;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What frames about pictures have. */
final class PictureFrames {

  /**
   * @param pictureUrl left out when the server has none any more
   */
  record ServerPictureChangedData(
      String type, long position, Instant at, ServerId serverId, @Nullable String pictureUrl) {}

  /**
   * @param bannerUrl left out when the server has none any more
   */
  record ServerBannerChangedData(
      String type, long position, Instant at, ServerId serverId, @Nullable String bannerUrl) {}

  /**
   * To all who share a server with them.
   *
   * @param avatarUrl left out when they have none any more
   */
  record UserPictureChangedData(
      String type, long position, Instant at, UserId userId, @Nullable String avatarUrl) {}

  static final String USER = "user.picture-changed";

  static final Map<String, Class<? extends Record>> DATA =
      Map.of(
          "server.picture-changed",
          ServerPictureChangedData.class,
          "server.banner-changed",
          ServerBannerChangedData.class,
          USER,
          UserPictureChangedData.class);

  private PictureFrames() {}

  static Record data(ServerPictureChanged e, String type, long p, Instant at) {
    return new ServerPictureChangedData(
        type, p, at, e.serverId(), PictureKind.PICTURE.address(e.pictureId()));
  }

  static Record data(ServerBannerChanged e, String type, long p, Instant at) {
    return new ServerBannerChangedData(
        type, p, at, e.serverId(), PictureKind.BANNER.address(e.pictureId()));
  }

  static Record data(UserPictureChanged e, String type, long p, Instant at) {
    return new UserPictureChangedData(
        type, p, at, e.userId(), PictureKind.PICTURE.address(e.pictureId()));
  }
}

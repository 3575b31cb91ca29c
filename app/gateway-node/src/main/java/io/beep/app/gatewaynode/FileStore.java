package io.beep.app.gatewaynode;

import io.beep.app.distributed.Settings;
import io.beep.media.ObjectStoreAddress;
import java.util.Optional;

/** The way to the S3 service that keeps files. */
final class FileStore {

  private static final String URL = "BEEP_S3_URL";
  private static final String USUAL_BUCKET = "beep";

  private FileStore() {}

  /**
   * Of {@code BEEP_S3_URL}, {@code BEEP_S3_ACCESS_KEY}, {@code BEEP_S3_SECRET_KEY} and {@code
   * BEEP_S3_BUCKET}; empty without the first.
   *
   * @throws io.beep.app.distributed.SettingsException when the others do not go with it
   */
  static Optional<ObjectStoreAddress> of(Settings settings) {
    if (!settings.has(URL)) {
      return Optional.empty();
    }
    return Optional.of(
        new ObjectStoreAddress(
            settings.url(URL),
            settings.text("BEEP_S3_ACCESS_KEY"),
            settings.secret("BEEP_S3_SECRET_KEY"),
            settings.text("BEEP_S3_BUCKET", USUAL_BUCKET)));
  }
}

package io.beep.app.distributed;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.media.MediaConfiguration;
import io.beep.media.ObjectStoreAddress;
import java.util.Optional;

/** The way to the S3 service that keeps files. */
public final class FileStore {

  private static final String URL = "BEEP_S3_URL";
  private static final String USUAL_BUCKET = "beep";

  private FileStore() {}

  /** Opened when one is first needed; without a store, everything about them is refused. */
  public static Pictures pictures(Settings settings) {
    Optional<ObjectStoreAddress> address = of(settings);
    return MediaConfiguration.pictures(
        () ->
            MediaConfiguration.open(
                address.orElseThrow(
                    () -> new DomainException(new CommonError.Unavailable("files")))));
  }

  /**
   * Of {@code BEEP_S3_URL}, {@code BEEP_S3_ACCESS_KEY}, {@code BEEP_S3_SECRET_KEY} and {@code
   * BEEP_S3_BUCKET}; empty without the first.
   *
   * @throws SettingsException when the others do not go with it
   */
  public static Optional<ObjectStoreAddress> of(Settings settings) {
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

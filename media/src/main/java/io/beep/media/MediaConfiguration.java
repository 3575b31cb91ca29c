package io.beep.media;

import io.beep.coreapi.shared.picture.Pictures;
import io.beep.media.file.ObjectStore;
import io.beep.media.file.S3ObjectStore;
import io.beep.media.file.StoredPictures;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps files. The product gives an {@link ObjectStoreAddress}. */
@Configuration(proxyBeanMethods = false)
public class MediaConfiguration {

  @Bean
  ObjectStore objectStore(ObjectStoreAddress address) {
    return open(address);
  }

  @Bean
  Pictures pictures(ObjectStore files) {
    return pictures(() -> files);
  }

  /**
   * For a product that starts also while the store is away.
   *
   * @throws io.beep.media.file.ObjectStoreException when it cannot be reached or refuses
   */
  public static ObjectStore open(ObjectStoreAddress address) {
    return S3ObjectStore.open(
        address.endpoint(), address.accessKey(), address.secretKey(), address.bucket());
  }

  /**
   * For a product that starts also while the store is away.
   *
   * @param files asked when a picture is first needed, and again after it failed
   */
  public static Pictures pictures(Supplier<ObjectStore> files) {
    return new StoredPictures(files, new SecureRandom());
  }
}

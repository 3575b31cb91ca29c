package io.beep.media;

import io.beep.media.file.ObjectStore;
import io.beep.media.file.S3ObjectStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps files. The product gives an {@link ObjectStoreAddress}. */
@Configuration(proxyBeanMethods = false)
public class MediaConfiguration {

  @Bean
  ObjectStore objectStore(ObjectStoreAddress address) {
    return open(address);
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
}

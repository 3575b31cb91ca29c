package io.beep.media;

import java.net.URI;

/** Where the object store is, and which bucket of it is ours. */
public record ObjectStoreAddress(URI endpoint, String accessKey, String secretKey, String bucket) {

  /** Without the secret, so that no log can hold it. */
  @Override
  public String toString() {
    return "ObjectStoreAddress[" + endpoint + "/" + bucket + "]";
  }
}

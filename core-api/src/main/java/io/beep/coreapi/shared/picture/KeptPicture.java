package io.beep.coreapi.shared.picture;

/** One size of a picture, as it was written by us. */
public final class KeptPicture {

  private final byte[] bytes;
  private final String type;

  /**
   * @param bytes not copied, and so not to be changed any more
   * @param type {@code image/jpeg} or {@code image/png}
   */
  public KeptPicture(byte[] bytes, String type) {
    this.bytes = bytes;
    this.type = type;
  }

  /** Not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  public String type() {
    return type;
  }
}

package io.beep.media.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The forms that can be read, each told by how it begins. */
enum PictureFormat {
  PNG("\u0089PNG\r\n\u001a\n"),
  JPEG("\u00ff\u00d8\u00ff"),
  GIF("GIF8"),
  WEBP("RIFF");

  /** Of WebP, behind {@code RIFF} and four bytes of length. */
  private static final byte[] WEBP_FORM = "WEBP".getBytes(StandardCharsets.ISO_8859_1);

  private static final int WEBP_FORM_AT = 8;

  private final byte[] beginning;

  PictureFormat(String beginning) {
    this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** As ImageIO calls it. */
  String readerName() {
    return name();
  }

  static @Nullable PictureFormat of(byte[] bytes) {
    for (PictureFormat format : values()) {
      if (has(bytes, 0, format.beginning)
          && (format != WEBP || has(bytes, WEBP_FORM_AT, WEBP_FORM))) {
        return format;
      }
    }
    return null;
  }

  private static boolean has(byte[] bytes, int at, byte[] part) {
    return bytes.length >= at + part.length
        && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
  }
}

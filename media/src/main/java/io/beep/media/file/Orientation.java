package io.beep.media.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held, by EXIF: where the first row and the first column of the pixels belong.
 *
 * <p>EXIF is a TIFF: {@code II} or {@code MM} for the order of bytes, 42, the place of a directory;
 * the directory is a count and entries of 12 bytes, tag, type, count, value. It stands in a JPEG
 * behind {@code Exif\0\0} in the segment APP1, in a PNG in the chunk {@code eXIf}, in a WebP in the
 * chunk {@code EXIF}. Of what is broken the orientation is the usual one.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  MIRRORED_UPSIDE_DOWN(false, false, true),
  TRANSPOSED(true, false, false),
  TURNED_RIGHT(true, false, true),
  TRANSVERSED(true, true, true),
  TURNED_LEFT(true, true, false);

  private static final int ORIENTATION_TAG = 0x0112;
  private static final int TIFF = 42;
  private static final int ENTRY = 12;
  private static final int MOST_ENTRIES = 512;

  private static final int JPEG_START = 0xFF;
  private static final int JPEG_APP1 = 0xE1;
  private static final int JPEG_SCAN = 0xDA;
  private static final byte[] JPEG_EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private static final int PNG_HEAD = 8;
  private static final int WEBP_HEAD = 12;
  private static final int PNG_EXIF = fourCc("eXIf");
  private static final int WEBP_EXIF = fourCc("EXIF");

  private final boolean sideways;
  private final boolean fromRight;
  private final boolean fromBottom;

  /**
   * @param sideways whether rows of the pixels are columns of what is seen
   * @param fromRight whether the column of the pixels counts from the other end
   * @param fromBottom whether the row of the pixels counts from the other end
   */
  Orientation(boolean sideways, boolean fromRight, boolean fromBottom) {
    this.sideways = sideways;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  boolean isSideways() {
    return sideways;
  }

  /** What is seen of these pixels. */
  Pixels upright(Pixels pixels) {
    if (this == UPRIGHT) {
      return pixels;
    }
    int width = sideways ? pixels.height() : pixels.width();
    int height = sideways ? pixels.width() : pixels.height();
    int[] seen = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = sideways ? y : x;
        int row = sideways ? x : y;
        seen[y * width + x] =
            pixels.at(
                fromRight ? pixels.width() - 1 - column : column,
                fromBottom ? pixels.height() - 1 - row : row);
      }
    }
    return new Pixels(width, height, seen);
  }

  static Orientation of(PictureFormat format, byte[] bytes) {
    ByteBuffer tiff =
        switch (format) {
          case JPEG -> inJpeg(bytes);
          case PNG -> inChunks(ByteBuffer.wrap(bytes), PNG_HEAD, true);
          case WEBP ->
              inChunks(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), WEBP_HEAD, false);
          case GIF -> null;
        };
    return tiff == null ? UPRIGHT : read(tiff);
  }

  private static @Nullable ByteBuffer inJpeg(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int at = 2;
    while (at + 4 <= bytes.length && (in.get(at) & 0xFF) == JPEG_START) {
      int kind = in.get(at + 1) & 0xFF;
      int length = in.getShort(at + 2) & 0xFFFF;
      if (kind == JPEG_SCAN || length < 2 || at + 2 + length > bytes.length) {
        return null;
      }
      if (kind == JPEG_APP1 && startsWith(in, at + 4, JPEG_EXIF)) {
        int from = at + 4 + JPEG_EXIF.length;
        return from > at + 2 + length ? null : in.slice(from, at + 2 + length - from);
      }
      at += 2 + length;
    }
    return null;
  }

  /** Chunks of a name, a length, what is in it and, in a PNG, a sum. */
  private static @Nullable ByteBuffer inChunks(ByteBuffer in, int first, boolean png) {
    long at = first;
    while (at + 8 <= in.limit()) {
      int here = (int) at;
      long length = in.getInt(png ? here : here + 4) & 0xFFFF_FFFFL;
      int name = in.duplicate().order(ByteOrder.BIG_ENDIAN).getInt(png ? here + 4 : here);
      if (at + 8 + length > in.limit()) {
        return null;
      }
      if (name == (png ? PNG_EXIF : WEBP_EXIF)) {
        return in.slice(here + 8, (int) length);
      }
      at += 8 + length + (png ? 4 : length % 2);
    }
    return null;
  }

  private static Orientation read(ByteBuffer tiff) {
    if (tiff.limit() < 8) {
      return UPRIGHT;
    }
    ByteBuffer in = tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = in.getInt(4);
    if (in.getShort(2) != TIFF || directory < 8 || directory > in.limit() - 2) {
      return UPRIGHT;
    }
    int entries = Math.min(in.getShort(directory) & 0xFFFF, MOST_ENTRIES);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if (entry > in.limit() - ENTRY) {
        return UPRIGHT;
      }
      if ((in.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
        int value = in.getShort(entry + 8);
        return value < 1 || value > values().length ? UPRIGHT : values()[value - 1];
      }
    }
    return UPRIGHT;
  }

  private static boolean startsWith(ByteBuffer in, int at, byte[] part) {
    if (at + part.length > in.limit()) {
      return false;
    }
    for (int i = 0; i < part.length; i++) {
      if (in.get(at + i) != part[i]) {
        return false;
      }
    }
    return true;
  }

  private static int fourCc(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)).getInt();
  }
}

package io.beep.media.file;

import java.awt.image.BufferedImage;

/** Pixels of 8 bits each of alpha, red, green and blue, row by row. For one thread at a time. */
final class Pixels {

  private static final int CHANNELS = 4;
  private static final int OPAQUE = 0xFF;

  private final int width;
  private final int height;
  private final int[] argb;

  /**
   * @param argb not copied, and so not to be changed any more
   */
  Pixels(int width, int height, int[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int at(int x, int y) {
    return argb[y * width + x];
  }

  boolean isOpaque() {
    for (int pixel : argb) {
      if (pixel >>> 24 != OPAQUE) {
        return false;
      }
    }
    return true;
  }

  BufferedImage image(boolean opaque) {
    BufferedImage image =
        new BufferedImage(
            width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    return image;
  }

  Pixels smaller(int toWidth, int toHeight) {
    return smaller(image(false), toWidth, toHeight);
  }

  /**
   * Each pixel is the mean of all that fall onto it, weighted by how much of them does and by how
   * much is to be seen of them. Takes one row at a time, so that nothing but the image itself is
   * large.
   *
   * @param toWidth at most that of the image
   * @param toHeight at most that of the image
   */
  static Pixels smaller(BufferedImage image, int toWidth, int toHeight) {
    int fromWidth = image.getWidth();
    int fromHeight = image.getHeight();
    int[] row = new int[fromWidth];
    float[] narrow = new float[toWidth * CHANNELS];
    float[] sums = new float[toWidth * CHANNELS];
    int[] result = new int[toWidth * toHeight];
    double scale = (double) toHeight / fromHeight;
    float weight = (float) (scale * toWidth / fromWidth);
    int target = 0;
    for (int y = 0; y < fromHeight; y++) {
      image.getRGB(0, y, fromWidth, 1, row, 0, fromWidth);
      narrow(row, narrow, toWidth);
      double end = (y + 1) * scale;
      double edge = target + 1;
      double here = end < edge || target == toHeight - 1 ? 1 : (edge - y * scale) / scale;
      add(sums, narrow, (float) here);
      if (end >= edge || y == fromHeight - 1) {
        write(sums, weight, result, target * toWidth);
        java.util.Arrays.fill(sums, 0);
        if (target < toHeight - 1) {
          target++;
          add(sums, narrow, (float) (1 - here));
        }
      }
    }
    return new Pixels(toWidth, toHeight, result);
  }

  private static void narrow(int[] row, float[] narrow, int toWidth) {
    java.util.Arrays.fill(narrow, 0);
    double scale = (double) toWidth / row.length;
    for (int x = 0; x < row.length; x++) {
      double start = x * scale;
      int target = Math.min((int) start, toWidth - 1);
      double edge = target + 1;
      double here = start + scale <= edge || target == toWidth - 1 ? 1 : (edge - start) / scale;
      add(narrow, target, row[x], (float) here);
      if (here < 1) {
        add(narrow, target + 1, row[x], (float) (1 - here));
      }
    }
  }

  private static void add(float[] sums, int target, int pixel, float part) {
    float alpha = (pixel >>> 24) * part;
    int at = target * CHANNELS;
    sums[at] += alpha;
    sums[at + 1] += alpha * (pixel >> 16 & 0xFF);
    sums[at + 2] += alpha * (pixel >> 8 & 0xFF);
    sums[at + 3] += alpha * (pixel & 0xFF);
  }

  private static void add(float[] sums, float[] more, float part) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i] * part;
    }
  }

  private static void write(float[] sums, float weight, int[] result, int from) {
    for (int i = 0; i < sums.length / CHANNELS; i++) {
      float alpha = sums[i * CHANNELS];
      if (alpha > 0) {
        result[from + i] =
            rounded(alpha * weight) << 24
                | rounded(sums[i * CHANNELS + 1] / alpha) << 16
                | rounded(sums[i * CHANNELS + 2] / alpha) << 8
                | rounded(sums[i * CHANNELS + 3] / alpha);
      }
    }
  }

  private static int rounded(float value) {
    return Math.clamp(Math.round(value), 0, 0xFF);
  }
}

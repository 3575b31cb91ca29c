package io.beep.media.file;

import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.picture.KeptPicture;
import io.beep.coreapi.shared.picture.PictureError;
import io.beep.coreapi.shared.picture.PictureKind;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the sizes of a picture out of the bytes of any. Of what has another form than its kind, the
 * middle counts.
 */
final class Renditions {

  /**
   * A photograph of 40 million pixels is the largest that a telephone takes without being asked to.
   */
  static final int MOST_PIXELS = 40_000_000;

  /**
   * A JPEG may be told in scans, each of which touches every pixel; ten are usual, and thousands
   * are there to keep a reader busy for minutes.
   */
  private static final int MOST_SCANS = 100;

  private static final byte MARKER = (byte) 0xFF;
  private static final byte START_OF_SCAN = (byte) 0xDA;

  /** Good enough that nobody sees a difference, at a third of the bytes of a lossless one. */
  private static final float QUALITY = 0.86f;

  /**
   * What is much larger than it will be is read only every few pixels, up to this many times as
   * wide as the largest size, so that memory depends on what goes out and not on what came in: 11
   * million pixels at most.
   */
  private static final double OVERSIZE = 1.5;

  static final String JPEG = "image/jpeg";
  static final String PNG = "image/png";

  private static final Logger LOG = LoggerFactory.getLogger(Renditions.class);

  private Renditions() {}

  /**
   * By width.
   *
   * @throws DomainException of a {@link PictureError}
   */
  static Map<Integer, KeptPicture> of(PictureKind kind, byte[] bytes) {
    PictureFormat format = PictureFormat.of(bytes);
    if (format == null) {
      throw new DomainException(new PictureError.TypeUnknown());
    }
    if (format == PictureFormat.JPEG && scans(bytes) > MOST_SCANS) {
      throw new DomainException(new PictureError.Unreadable());
    }
    try {
      return write(kind, read(kind, format, bytes));
    } catch (DomainException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // Readers of images throw whatever comes when bytes are not what they say.
      LOG.debug("a {} of {} bytes cannot be read", format, bytes.length, broken);
      throw new DomainException(new PictureError.Unreadable());
    }
  }

  /** Within what is scanned the two bytes never follow each other. */
  private static int scans(byte[] bytes) {
    int count = 0;
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] == START_OF_SCAN && bytes[i - 1] == MARKER) {
        count++;
      }
    }
    return count;
  }

  private static Pixels read(PictureKind kind, PictureFormat format, byte[] bytes)
      throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.readerName());
    if (!readers.hasNext()) {
      throw new IOException("nobody reads " + format);
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        throw new DomainException(new PictureError.TooLarge(MOST_PIXELS));
      }
      Orientation orientation = Orientation.of(format, bytes);
      boolean sideways = orientation.isSideways();
      Rectangle middle = middle(width, height, kind.ratio(), sideways);
      int most = kind.widths().getLast();
      int seenWidth = sideways ? middle.height : middle.width;
      int step = Math.max(1, (int) (seenWidth / (OVERSIZE * most)));
      ImageReadParam how = reader.getDefaultReadParam();
      how.setSourceRegion(middle);
      how.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, how);
      int seen = Math.min(most, sideways ? image.getHeight() : image.getWidth());
      int beside = Math.max(1, Math.round((float) seen / kind.ratio()));
      Pixels pixels =
          Pixels.smaller(
              image,
              Math.min(image.getWidth(), sideways ? beside : seen),
              Math.min(image.getHeight(), sideways ? seen : beside));
      return orientation.upright(pixels);
    } finally {
      reader.dispose();
    }
  }

  /** The largest part in the middle that is, as it is seen, so many times as wide as high. */
  private static Rectangle middle(int width, int height, int ratio, boolean sideways) {
    int wide = sideways ? 1 : ratio;
    int high = sideways ? ratio : 1;
    int w = Math.min(width, Math.max(1, (int) ((long) height * wide / high)));
    int h = Math.min(height, Math.max(1, (int) ((long) width * high / wide)));
    return new Rectangle((width - w) / 2, (height - h) / 2, w, h);
  }

  private static Map<Integer, KeptPicture> write(PictureKind kind, Pixels largest)
      throws IOException {
    Map<Integer, KeptPicture> sizes = new LinkedHashMap<>();
    Pixels last = largest;
    boolean opaque = largest.isOpaque();
    for (int width : List.copyOf(kind.widths()).reversed()) {
      if (width < last.width()) {
        int height = Math.max(1, Math.round((float) width * last.height() / last.width()));
        last = last.smaller(width, height);
      }
      sizes.put(width, encode(last, opaque));
    }
    return sizes;
  }

  private static KeptPicture encode(Pixels pixels, boolean opaque) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(opaque ? "jpeg" : "png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (opaque) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(pixels.image(opaque), null, null), how);
    } finally {
      writer.dispose();
    }
    return new KeptPicture(bytes.toByteArray(), opaque ? JPEG : PNG);
  }
}

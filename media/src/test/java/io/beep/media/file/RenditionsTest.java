package io.beep.media.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.picture.KeptPicture;
import io.beep.coreapi.shared.picture.PictureError;
import io.beep.coreapi.shared.picture.PictureKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenditionsTest {

  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;

  private static Map<Integer, KeptPicture> made(PictureKind kind, byte[] bytes) {
    return Renditions.of(kind, bytes);
  }

  private static KeptPicture of(Map<Integer, KeptPicture> sizes, int width) {
    return Objects.requireNonNull(sizes.get(width));
  }

  private static BufferedImage seen(KeptPicture picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static BufferedImage largest(PictureKind kind, byte[] bytes) {
    return seen(of(made(kind, bytes), kind.widths().getLast()));
  }

  /** Its left half is of one colour, its right half of another. */
  private static byte[] halves(String format, int width, int height, int left, int right) {
    BufferedImage image =
        new BufferedImage(
            width,
            height,
            format.equals("jpeg") ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x < width / 2 ? left : right);
      }
    }
    return written(format, image);
  }

  private static byte[] written(String format, BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(image, format, out)).isTrue();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    return out.toByteArray();
  }

  private static void assertNear(int pixel, int colour) {
    for (int shift = 0; shift < 24; shift += 8) {
      assertThat(pixel >> shift & 0xFF).isCloseTo(colour >> shift & 0xFF, near());
    }
  }

  private static org.assertj.core.data.Offset<Integer> near() {
    return org.assertj.core.data.Offset.offset(12);
  }

  private static PictureError refusalOf(byte[] bytes) {
    try {
      made(PictureKind.PICTURE, bytes);
    } catch (DomainException refused) {
      return (PictureError) refused.error();
    }
    throw new AssertionError("it was taken");
  }

  @Nested
  class WhenAPictureComesIn {

    @Test
    void shouldMakeEverySizeOfTheMiddle() {
      Map<Integer, KeptPicture> sizes =
          made(PictureKind.PICTURE, halves("jpeg", 800, 400, RED, BLUE));

      assertThat(sizes).containsOnlyKeys(64, 128, 256);
      sizes.forEach(
          (width, picture) -> {
            BufferedImage image = seen(picture);
            assertThat(picture.type()).isEqualTo("image/jpeg");
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(width);
            assertNear(image.getRGB(width / 4, width / 2), RED);
            assertNear(image.getRGB(3 * width / 4, width / 2), BLUE);
          });
    }

    @Test
    void shouldMakeABannerThreeTimesAsWideAsHigh() {
      BufferedImage banner = largest(PictureKind.BANNER, halves("png", 3000, 3000, RED, BLUE));

      assertThat(banner.getWidth()).isEqualTo(1920);
      assertThat(banner.getHeight()).isEqualTo(640);
      assertNear(banner.getRGB(1900, 10), BLUE);
    }

    @Test
    void shouldNotBlowUpASmallOne() {
      Map<Integer, KeptPicture> sizes = made(PictureKind.PICTURE, halves("png", 90, 100, RED, RED));

      assertThat(seen(of(sizes, 256)).getWidth()).isEqualTo(90);
      assertThat(seen(of(sizes, 128)).getWidth()).isEqualTo(90);
      assertThat(seen(of(sizes, 64)).getWidth()).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,5000", "5000,1", "2,3", "4097,513", "7000,5000"})
    void shouldTakeEveryForm(int width, int height) {
      byte[] bytes = written("png", new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));

      for (PictureKind kind : PictureKind.values()) {
        assertThat(made(kind, bytes)).hasSize(kind.widths().size());
      }
    }

    @Test
    void shouldKeepWhatCanBeSeenThrough() {
      KeptPicture kept =
          of(made(PictureKind.PICTURE, halves("png", 400, 400, 0x00FFFFFF, RED)), 256);

      assertThat(kept.type()).isEqualTo("image/png");
      assertThat(seen(kept).getRGB(10, 10) >>> 24).isZero();
      assertNear(seen(kept).getRGB(250, 10), RED);
    }

    @Test
    void shouldReadGifAndWebp() {
      byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

      assertNear(
          largest(PictureKind.PICTURE, halves("gif", 300, 300, BLUE, RED)).getRGB(1, 1), BLUE);
      assertThat(made(PictureKind.PICTURE, webp)).hasSize(3);
    }
  }

  @Nested
  class WhenACameraWasTurned {

    /** Where the left half of the pixels is seen: 1 is how most pictures are. */
    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
    void shouldTurnItBack(int orientation, String whereRedIs) {
      byte[] bytes = withExif(halves("jpeg", 512, 512, RED, BLUE), orientation);
      BufferedImage image = largest(PictureKind.PICTURE, bytes);

      switch (whereRedIs) {
        case "left" -> assertNear(image.getRGB(20, 128), RED);
        case "right" -> assertNear(image.getRGB(236, 128), RED);
        case "top" -> assertNear(image.getRGB(128, 20), RED);
        default -> assertNear(image.getRGB(128, 20), BLUE);
      }
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
      byte[] head = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
      ByteBuffer tiff = ByteBuffer.allocate(26);
      tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
      tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
      tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
      int length = 2 + head.length + tiff.capacity();
      ByteBuffer all = ByteBuffer.allocate(jpeg.length + 2 + length);
      all.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xE1).putShort((short) length);
      all.put(head).put(tiff.array()).put(jpeg, 2, jpeg.length - 2);
      return all.array();
    }

    @Test
    void shouldKeepNothingOfWhatStoodBesideThePixels() {
      byte[] bytes = withExif(halves("jpeg", 300, 300, RED, BLUE), 6);

      made(PictureKind.PICTURE, bytes)
          .values()
          .forEach(
              kept ->
                  assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1))
                      .doesNotContain("Exif"));
    }

    @Test
    void shouldNotStumbleOverBrokenExif() {
      byte[] good = withExif(halves("jpeg", 64, 64, RED, BLUE), 6);
      Random random = new Random(7);
      for (int i = 0; i < 2_000; i++) {
        byte[] bytes = good.clone();
        for (int j = 0; j < 4; j++) {
          bytes[4 + random.nextInt(34)] = (byte) random.nextInt();
        }
        assertThat(Orientation.of(PictureFormat.JPEG, bytes)).isNotNull();
      }
    }
  }

  @Nested
  class WhenItIsRefused {

    @Test
    void shouldBelieveTheBytesAndNothingElse() {
      assertThat(refusalOf("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(new PictureError.TypeUnknown());
      assertThat(refusalOf(new byte[0])).isEqualTo(new PictureError.TypeUnknown());
      assertThat(refusalOf("RIFF1234WAVE".getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(new PictureError.TypeUnknown());
    }

    /** 61 bytes that would be ten gigabytes. */
    @Test
    void shouldNotUnpackABomb() {
      ByteBuffer png = ByteBuffer.allocate(33 + 12);
      png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
      byte[] header =
          ByteBuffer.allocate(17)
              .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
              .putInt(50_000)
              .putInt(50_000)
              .put(new byte[] {8, 6, 0, 0, 0})
              .array();
      CRC32 sum = new CRC32();
      sum.update(header);
      png.putInt(13).put(header).putInt((int) sum.getValue());

      assertThat(refusalOf(png.array()))
          .isEqualTo(new PictureError.TooLarge(Renditions.MOST_PIXELS));
    }

    @Test
    void shouldNotBeKeptBusyByScans() {
      byte[] jpeg = halves("jpeg", 64, 64, RED, BLUE);
      ByteBuffer busy = ByteBuffer.allocate(jpeg.length + 400).put(jpeg);
      while (busy.hasRemaining()) {
        busy.put((byte) 0xFF).put((byte) 0xDA);
      }

      assertThat(refusalOf(busy.array())).isEqualTo(new PictureError.Unreadable());
    }

    @Test
    void shouldSayWhatIsBroken() {
      byte[] half = halves("png", 300, 300, RED, BLUE);

      assertThatThrownBy(() -> made(PictureKind.PICTURE, java.util.Arrays.copyOf(half, 60)))
          .isInstanceOfSatisfying(
              DomainException.class,
              refused -> assertThat(refused.error()).isEqualTo(new PictureError.Unreadable()));
    }
  }
}

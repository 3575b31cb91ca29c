package io.beep.media.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.shared.picture.StoredPicture;
import io.beep.media.MediaConfiguration;
import io.beep.media.ObjectStoreAddress;
import io.beep.testsupport.TestObjectStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredPicturesTest {

  private static final CommonError AWAY = new CommonError.Unavailable("files");

  private final String bucket = TestObjectStore.freshBucketName();
  private final StoredPictures pictures =
      new StoredPictures(() -> store(TestObjectStore.endpoint()), new SecureRandom());

  @AfterEach
  void close() {
    pictures.close();
  }

  private ObjectStore store(URI endpoint) {
    return MediaConfiguration.open(
        new ObjectStoreAddress(
            endpoint, TestObjectStore.accessKey(), TestObjectStore.secretKey(), bucket));
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static DomainError errorOf(CompletableFuture<?> failing) throws InterruptedException {
    try {
      failing.get();
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      if (cause instanceof CompletionException wrapped) {
        cause = wrapped.getCause();
      }
      if (cause instanceof DomainException refused) {
        return refused.error();
      }
    }
    throw new AssertionError("it was not refused");
  }

  @Test
  void shouldKeepEverySizeUntilItIsForgotten() throws IOException {
    PictureId id = pictures.keep(PictureKind.PICTURE, picture()).join();

    assertThat(pictures.find(id, 64).join()).hasValueSatisfying(this::isJpeg);
    assertThat(pictures.find(id, 256).join()).hasValueSatisfying(this::isJpeg);
    assertThat(pictures.find(id, 960).join()).isEmpty();

    pictures.forget(id);
    pictures.forget(id);
    assertThat(pictures.find(id, 64).join()).isEmpty();
    assertThat(pictures.find(id, 256).join()).isEmpty();
  }

  private void isJpeg(io.beep.coreapi.shared.picture.KeptPicture kept) {
    assertThat(kept.type()).isEqualTo("image/jpeg");
    assertThat(kept.bytes()).hasSizeGreaterThan(100);
  }

  @Test
  void shouldForgetLaterToo() throws IOException {
    PictureId id = pictures.keep(PictureKind.PICTURE, picture()).join();

    pictures.forgetSoon(id);

    await().until(() -> pictures.find(id, 64).join().isEmpty());
  }

  @Test
  void shouldTellOfAllThatAreKeptPageByPage() throws IOException {
    List<PictureId> kept = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      kept.add(pictures.keep(PictureKind.PICTURE, picture()).join());
    }
    kept.sort(Comparator.comparing(PictureId::value));
    store(TestObjectStore.endpoint())
        .put("pictures/not-one-of-ours", new ByteArrayInputStream(new byte[1]), 1, "text/plain");

    List<PictureId> told = new ArrayList<>();
    List<StoredPicture> page = pictures.stored(null, 2);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      assertThat(page).allMatch(one -> one.at().isAfter(Instant.now().minusSeconds(600)));
      page.forEach(one -> told.add(one.id()));
      page = pictures.stored(told.getLast(), 2);
    }

    assertThat(told).isEqualTo(kept);
    pictures.forget(kept.get(1));
    assertThat(pictures.stored(kept.getFirst(), 9))
        .extracting(StoredPicture::id)
        .isEqualTo(kept.subList(2, 5));
  }

  @Test
  void shouldNotNameTwoAlike() throws IOException {
    assertThat(pictures.keep(PictureKind.PICTURE, picture()).join())
        .isNotEqualTo(pictures.keep(PictureKind.PICTURE, picture()).join());
  }

  @Test
  void shouldRefuseWhileTheStoreIsAway() throws Exception {
    try (StoredPictures lonely =
        new StoredPictures(() -> store(URI.create("http://127.0.0.1:9")), new SecureRandom())) {
      assertThat(errorOf(lonely.keep(PictureKind.PICTURE, picture()))).isEqualTo(AWAY);
      assertThat(errorOf(lonely.find(PictureId.random(new SecureRandom()), 64))).isEqualTo(AWAY);
      assertThatThrownBy(() -> lonely.stored(null, 1)).isInstanceOf(DomainException.class);
    }
  }

  /** One is made, eight wait, and the tenth would only be late. */
  @Test
  void shouldRefuseMoreThanCanBeMadeInTime() throws Exception {
    List<CompletableFuture<PictureId>> asked = new ArrayList<>();
    byte[] large = large();
    for (int i = 0; i < 40; i++) {
      asked.add(pictures.keep(PictureKind.BANNER, large));
    }

    CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .exceptionally(_ -> null)
        .join();
    assertThat(asked).anyMatch(one -> !one.isCompletedExceptionally());
    assertThat(asked).anyMatch(CompletableFuture::isCompletedExceptionally);
    for (CompletableFuture<PictureId> one : asked) {
      if (one.isCompletedExceptionally()) {
        assertThat(errorOf(one)).isEqualTo(AWAY);
      }
    }
  }

  private static byte[] large() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}

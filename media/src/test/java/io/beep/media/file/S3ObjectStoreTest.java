package io.beep.media.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.beep.testsupport.TestObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class S3ObjectStoreTest {

  private final String bucket = TestObjectStore.freshBucketName();
  private final ObjectStore store = open(TestObjectStore.secretKey());

  private ObjectStore open(String secret) {
    return S3ObjectStore.open(
        TestObjectStore.endpoint(), TestObjectStore.accessKey(), secret, bucket);
  }

  @Test
  void shouldGiveBackWhatWasPut() throws IOException {
    put("pictures/1.png", "first");
    put("pictures/1.png", "second");

    try (InputStream content = store.get("pictures/1.png").orElseThrow()) {
      assertThat(content.readAllBytes()).asString(UTF_8).isEqualTo("second");
    }
  }

  @Test
  void shouldFindNothingWhereNothingIsOrIsNoMore() {
    put("a", "gone soon");
    store.delete("a");
    store.delete("never-there");

    assertThat(store.get("a")).isEmpty();
  }

  @Test
  void shouldUseABucketThatIsThere() {
    put("a", "kept");

    assertThat(open(TestObjectStore.secretKey()).get("a")).isPresent();
  }

  @Test
  void shouldRefuseAKeyThatCouldMeanSomethingElse() {
    assertThatThrownBy(() -> store.get("../secrets")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldListInOrderAsLongAsItIsWanted() {
    put("b/2", "x");
    put("b/10", "x");
    put("b/1", "x");
    put("a/1", "x");
    put("c/1", "x");

    assertThat(keys("b/", null, 9)).containsExactly("b/1", "b/10", "b/2");
    assertThat(keys("b/", "b/1", 9)).containsExactly("b/10", "b/2");
    assertThat(keys("b/", "b/0", 2)).containsExactly("b/1", "b/10");
    assertThat(keys("d/", null, 9)).isEmpty();
  }

  private List<String> keys(String prefix, @Nullable String after, int most) {
    List<String> keys = new ArrayList<>();
    store.list(
        prefix,
        after,
        object -> {
          assertThat(object.at()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
          keys.add(object.key());
          return keys.size() < most;
        });
    return keys;
  }

  @Test
  void shouldSayThatAWrongSecretIsRefused() {
    assertThatThrownBy(() -> open("not the secret")).isInstanceOf(ObjectStoreException.class);
  }

  private void put(String key, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    store.put(key, new ByteArrayInputStream(bytes), bytes.length, "text/plain");
  }
}

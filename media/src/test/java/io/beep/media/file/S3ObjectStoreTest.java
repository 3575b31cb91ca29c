package io.beep.media.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.testsupport.TestObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
  void shouldSayThatAWrongSecretIsRefused() {
    assertThatThrownBy(() -> open("not the secret")).isInstanceOf(ObjectStoreException.class);
  }

  private void put(String key, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    store.put(key, new ByteArrayInputStream(bytes), bytes.length, "text/plain");
  }
}

package io.beep.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class TestObjectStoreTest {

  @Test
  void shouldAnswerAndAskForASignature() throws Exception {
    HttpRequest unsigned = HttpRequest.newBuilder(TestObjectStore.endpoint().resolve("/")).build();

    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(unsigned, BodyHandlers.ofString()).body()).contains("AccessDenied");
    }
    assertThat(TestObjectStore.accessKey()).isNotEqualTo(TestObjectStore.secretKey());
  }

  @Test
  void shouldGiveEachTestABucketNameOfItsOwn() {
    assertThat(TestObjectStore.freshBucketName()).isNotEqualTo(TestObjectStore.freshBucketName());
  }
}

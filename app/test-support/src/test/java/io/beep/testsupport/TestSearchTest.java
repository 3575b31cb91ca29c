package io.beep.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class TestSearchTest {

  @Test
  void shouldAnswer() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(TestSearch.url().resolve("/_cluster/health")).build();

    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofString()).body())
          .contains("\"status\":\"green\"");
    }
  }

  @Test
  void shouldGiveEachTestNamesOfItsOwn() {
    assertThat(TestSearch.freshPrefix()).isNotEqualTo(TestSearch.freshPrefix());
  }
}

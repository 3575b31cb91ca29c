package io.beep.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSearchIT {

  private static final Duration RESTART_LIMIT = Duration.ofSeconds(30);

  @TempDir private Path home;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldKeepAcknowledgedDocumentsWhenTheNodeIsKilledAndWhenItIsStartedAgain()
      throws Exception {
    var listener = new CountingListener();
    try (EmbeddedSearch search = EmbeddedSearch.start(options().withListener(listener))) {
      call(
          search.url(),
          "PUT",
          "/notes",
          "{\"mappings\":{\"properties\":{\"text\":{\"type\":\"search_as_you_type\"}}}}");
      call(search.url(), "PUT", "/notes/_doc/1", "{\"text\":\"before the kill\"}");
      long killed = search.pid();

      KillSignal.send(killed);

      await().atMost(RESTART_LIMIT).until(() -> search.restarts() == 1);
      assertThat(search.pid()).isNotEqualTo(killed);
      assertThat(listener.heard()).containsExactly("died", "restarted");
      assertThat(call(search.url(), "GET", "/notes/_doc/1", "")).contains("before the kill");
      call(search.url(), "PUT", "/notes/_doc/2", "{\"text\":\"after the kill\"}");
    }

    try (EmbeddedSearch search = EmbeddedSearch.start(options())) {
      assertThat(call(search.url(), "GET", "/notes/_count", "")).contains("\"count\":2");
      call(
          search.url(),
          "POST",
          "/notes/_delete_by_query?refresh=true",
          "{\"query\":{\"match\":{\"text\":\"before\"}}}");
      assertThat(call(search.url(), "GET", "/notes/_count", "")).contains("\"count\":1");
      assertThat(
              call(
                  search.url(),
                  "POST",
                  "/_analyze",
                  "{\"analyzer\":\"french\",\"text\":\"les chevaux\"}"))
          .contains("cheval");
    }
  }

  @Test
  void shouldEndWithItsProcessAndLetTheNextOneStartAtOnce() throws Exception {
    try (ChildJvm host = ChildJvm.run(SearchHost.class, home.toString())) {
      ProcessHandle orphan = ProcessHandle.of(Long.parseLong(host.line())).orElseThrow();

      host.kill();

      EmbeddedSearch search = EmbeddedSearch.start(options());
      assertThat(orphan.isAlive()).isFalse();
      ProcessHandle node = ProcessHandle.of(search.pid()).orElseThrow();
      search.close();
      assertThat(node.isAlive()).isFalse();
    }
  }

  @Test
  void shouldSayWhatIsMissingWhenTheNodeWasNotBuilt() {
    assertThatThrownBy(() -> EmbeddedSearch.start(SearchOptions.of(home, home.resolve("nowhere"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("build app/search-node");
  }

  @Test
  void shouldRefuseADirectoryThatIsInUse() throws Exception {
    try (DirectoryLock _ = DirectoryLock.take(home)) {
      assertThatThrownBy(() -> EmbeddedSearch.start(options()))
          .isInstanceOf(DirectoryLockedException.class)
          .hasMessageContaining(home.toString());
    }
  }

  private SearchOptions options() {
    return SearchOptions.of(home, TestFiles.SEARCH_JARS);
  }

  private String call(URI url, String method, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return response.body();
  }
}

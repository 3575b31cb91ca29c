package io.beep.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskSearchIT {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GIVEN_UP = Duration.ofSeconds(5);
  private static final int CREATED = 201;

  private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

  @TempDir private Path home;
  private boolean mounted;

  /** Documents that were acknowledged. */
  private int kept;

  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * Of the indexes alone: what the cluster knows of them can be written, as on a disk that is
   * nearly full.
   */
  @BeforeEach
  void mount() throws IOException, InterruptedException {
    Files.createDirectories(indexes());
    mounted =
        ProgramRun.of(
                LIMIT,
                List.of("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", indexes().toString()))
            .succeeded();
    assumeThat(mounted).as("only root may mount a small filesystem").isTrue();
  }

  private Path indexes() {
    return home.resolve("data/nodes/0/indices");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      ProgramRun.of(LIMIT, List.of("umount", "--lazy", indexes().toString()));
    }
  }

  @Test
  void shouldWriteAgainByItselfOnceThereIsRoom() throws Exception {
    Path ballast = indexes().resolve("ballast");
    try (EmbeddedSearch search =
        EmbeddedSearch.start(SearchOptions.of(home, TestFiles.SEARCH_JARS))) {
      URI url = search.url();
      send(url.resolve("/notes"), "PUT", "{\"settings\":{\"number_of_replicas\":0}}");
      assertThat(isKept(url)).isTrue();

      await("the index to go down")
          .atMost(PATIENCE)
          .until(
              () -> {
                fill(ballast);
                return !isKept(url)
                    && body(url.resolve("/_cluster/health?local=true")).contains("\"red\"");
              });
      // Its attempts follow each other at once; after so long it has made all of them.
      await()
          .during(GIVEN_UP)
          .atMost(PATIENCE)
          .until(
              () -> {
                fill(ballast);
                return !isKept(url);
              });
      Files.delete(ballast);

      await("the index to be written again").atMost(PATIENCE).until(() -> isKept(url));
      send(url.resolve("/notes/_refresh"), "POST", "");
      Matcher count = COUNT.matcher(body(url.resolve("/notes/_count")));
      assertThat(count.find()).isTrue();
      // What was not acknowledged may be there as well.
      assertThat(Integer.parseInt(count.group(1))).isGreaterThanOrEqualTo(kept);
    }
  }

  private boolean isKept(URI url) throws InterruptedException {
    boolean done = send(url.resolve("/notes/_doc?timeout=1s"), "POST", text()) == CREATED;
    kept += done ? 1 : 0;
    return done;
  }

  private static String text() {
    return "{\"text\":\"" + "full house ".repeat(2_000) + "\"}";
  }

  private static void fill(Path ballast) throws IOException {
    for (int bytes : new int[] {1 << 20, 1 << 12}) {
      boolean room = true;
      while (room) {
        try (OutputStream out =
            Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
          out.write(new byte[bytes]);
        } catch (IOException noSpace) {
          room = false;
        }
      }
    }
  }

  private String body(URI address) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(address).timeout(LIMIT).build(), BodyHandlers.ofString())
        .body();
  }

  /** The status; 0 when there was no answer in time. */
  private int send(URI address, String method, String json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .timeout(LIMIT)
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).statusCode();
    } catch (IOException noAnswer) {
      return 0;
    }
  }
}

package io.beep.loadtest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a Beep, again and again, while something else puts a load on it. */
final class Vitals implements AutoCloseable {

  private static final Pattern LAG =
      Pattern.compile("^beep_projection_lag_seconds\\{[^}]*} (\\S+)$", Pattern.MULTILINE);
  private static final Pattern LIVE_BYTES =
      Pattern.compile("^Total\\s+\\d+\\s+(\\d+)\\s*$", Pattern.MULTILINE);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration CENSUS_LIMIT = Duration.ofSeconds(60);
  private static final long MEGABYTE = 1024 * 1024;

  private final OwnBeep beep;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final CompletableFuture<Still> third = new CompletableFuture<>();

  /** Seconds; of the clock's thread until that has ended. */
  private double longestLag;

  private int looks;

  /** What stands still while one looks: counted after a full collection. */
  private record Still(long heapMegabytes, OpenFiles files, long residentMegabytes) {}

  /**
   * From the end of the first third to the end.
   *
   * @param longestLag seconds, of all projections and all looks
   */
  record Course(
      long heapAtThird,
      long heapAtEnd,
      OpenFiles filesAtThird,
      OpenFiles filesAtEnd,
      long residentAtThird,
      long residentAtEnd,
      double longestLag,
      int looks) {}

  private Vitals(OwnBeep beep) {
    this.beep = beep;
  }

  static Vitals of(OwnBeep beep, Duration third, Duration every) {
    Vitals vitals = new Vitals(beep);
    vitals.clock.scheduleAtFixedRate(
        vitals::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    vitals.clock.schedule(
        () -> vitals.third.completeAsync(vitals::still, Runnable::run),
        third.toMillis(),
        TimeUnit.MILLISECONDS);
    return vitals;
  }

  /** The last look, and what all of them saw. */
  Course ended() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(CENSUS_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new BenchException("a look at Beep does not end");
      }
      Still first = third.get(1, TimeUnit.SECONDS);
      Still last = still();
      return new Course(
          first.heapMegabytes(),
          last.heapMegabytes(),
          first.files(),
          last.files(),
          first.residentMegabytes(),
          last.residentMegabytes(),
          longestLag,
          looks);
    } catch (ExecutionException | TimeoutException e) {
      throw new BenchException("Beep could not be looked at: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  /** An answer that does not come counts as a lag without end. */
  private void look() {
    looks++;
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(beep.metrics() + "/metrics"))
              .timeout(ANSWER_LIMIT)
              .build();
      Matcher lags = LAG.matcher(http.send(request, BodyHandlers.ofString()).body());
      boolean any = false;
      while (lags.find()) {
        any = true;
        longestLag = Math.max(longestLag, Double.parseDouble(lags.group(1)));
      }
      if (!any) {
        longestLag = Double.POSITIVE_INFINITY;
      }
    } catch (IOException e) {
      longestLag = Double.POSITIVE_INFINITY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Still still() {
    return new Still(liveMegabytes(), OpenFiles.of(beep.pid()), beep.residentMegabytes());
  }

  private long liveMegabytes() {
    Path census = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(census.toString(), Long.toString(beep.pid()), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher total = LIVE_BYTES.matcher(said);
      if (!total.find()) {
        throw new BenchException("jcmd counts no heap: " + said.lines().limit(3).toList());
      }
      return Long.parseLong(total.group(1)) / MEGABYTE;
    } catch (IOException e) {
      throw new BenchException("jcmd cannot be run: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    http.close();
  }
}

package io.beep.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class BenchTest {

  private static final int STREAMS = 5;

  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(complaints, true, StandardCharsets.UTF_8);

  @Nested
  class WhenBeepKeepsItsPromise {

    @Test
    void shouldReportWhatItMeasured() throws IOException {
      JsonNode report = bench(TinyBeep.Fault.NONE, 0, "--rate", "100", "--warmup", "1");

      // 100 messages a second for the one second that is measured, of two.
      assertThat(report.path("sent").asInt()).isEqualTo(200);
      assertThat(report.path("messagesPerSecond").asDouble()).isBetween(90.0, 110.0);
      assertThat(report.path("acknowledged").path("count").asInt()).isEqualTo(100);
      assertThat(report.path("delivered").path("count").asInt()).isEqualTo(100 * STREAMS);
      assertThat(report.path("errors").isEmpty()).isTrue();
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains("due → delivered", "missing 0, doubled 0, out of order 0");
    }

    @Test
    void shouldSendAsFastAsItGoesWithoutARate() throws IOException {
      JsonNode report = bench(TinyBeep.Fault.NONE, 0, "--rate", "0");

      assertThat(report.path("messagesPerSecond").asDouble()).isGreaterThan(100);
      assertThat(report.path("missing").asInt()).isZero();
    }

    @Test
    void shouldComeBackWhenStreamsAreCutAndMissNothing() throws IOException {
      JsonNode report = bench(TinyBeep.Fault.CUTS_STREAMS, 0, "--rate", "100");

      assertThat(report.path("errors").path("feed.cut").asInt()).isEqualTo(STREAMS);
      assertThat(report.path("missing").asInt()).isZero();
      assertThat(report.path("doubled").asInt()).isZero();
    }

    @Test
    void shouldOpenIdleStreams() throws IOException {
      try (TinyBeep beep = new TinyBeep(TinyBeep.Fault.NONE)) {
        int code =
            run(
                beep,
                "--idle",
                "40",
                "--users",
                "3",
                "--duration",
                "1",
                "--pid",
                Long.toString(ProcessHandle.current().pid()));

        assertThat(code).isZero();
        assertThat(beep.streams).hasValue(40);
        assertThat(printed.toString(StandardCharsets.UTF_8)).containsPattern("resident +[1-9]");
      }
    }

    @Test
    void shouldTakeTokensThatAnEarlierRunSaved() throws IOException {
      Path tokens = directory.resolve("tokens");
      bench(TinyBeep.Fault.NONE, 0, "--save-tokens", tokens.toString());

      bench(TinyBeep.Fault.LIMITS_SIGN_UPS, 0, "--tokens", tokens.toString());

      try (Stream<String> lines = Files.lines(tokens)) {
        assertThat(lines).hasSize(STREAMS).containsOnly("token");
      }
    }
  }

  @Nested
  class WhenBeepBreaksItsPromise {

    @ParameterizedTest
    @EnumSource(names = {"LOSES_ONE", "DOUBLES_ONE", "SWAPS_TWO"})
    void shouldFail(TinyBeep.Fault fault) throws IOException {
      JsonNode report = bench(fault, 1, "--rate", "200", "--drain", "2");

      String field =
          switch (fault) {
            case LOSES_ONE -> "missing";
            case DOUBLES_ONE -> "doubled";
            case SWAPS_TWO -> "outOfOrder";
            case NONE, CUTS_STREAMS, STALLS, LIMITS_SIGN_UPS ->
                throw new IllegalArgumentException(fault.name());
          };
      assertThat(report.path(field).asInt()).isEqualTo(STREAMS);
    }

    @Test
    void shouldShowAStallInEveryMessageThatWasDueMeanwhile() throws IOException {
      JsonNode report =
          bench(TinyBeep.Fault.STALLS, 0, "--senders", "1", "--rate", "100", "--duration", "2");

      // Of 200 messages about 70 were due in the 700 ms, and waited for 350 ms on average.
      assertThat(report.path("acknowledged").path("max").asDouble())
          .isGreaterThanOrEqualTo(TinyBeep.STALL_MILLIS);
      assertThat(report.path("acknowledged").path("p99").asDouble()).isGreaterThan(600);
      assertThat(report.path("delivered").path("p99").asDouble()).isGreaterThan(600);
    }

    @Test
    void shouldSayHowToLiftTheLimits() throws IOException {
      try (TinyBeep beep = new TinyBeep(TinyBeep.Fault.LIMITS_SIGN_UPS)) {
        assertThat(run(beep, "--members", "3")).isEqualTo(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("--limits off");
      }
    }
  }

  @Nested
  class WhenItCannotRun {

    @Test
    void shouldTellThatBeepIsNotThere() {
      assertThat(Bench.run(out, err, "--url", "http://localhost:1")).isEqualTo(2);
    }

    @Test
    void shouldTellItsUsage() {
      assertThat(Bench.run(out, err, "--nonsense")).isEqualTo(2);
      assertThat(Bench.run(out, err, "--help")).isZero();
      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--members");
    }
  }

  private JsonNode bench(TinyBeep.Fault fault, int exitCode, String... more) throws IOException {
    Path json = directory.resolve("report.json");
    try (TinyBeep beep = new TinyBeep(fault)) {
      String[] usual = {
        "--members",
        Integer.toString(STREAMS),
        "--senders",
        "4",
        "--warmup",
        "0",
        "--duration",
        "1",
        "--json",
        json.toString()
      };
      assertThat(run(beep, merged(usual, more))).isEqualTo(exitCode);
    }
    return BeepHttp.JSON.readTree(Files.readString(json)).path(0);
  }

  private int run(TinyBeep beep, String... arguments) {
    String[] url = {"--url", beep.url().toString()};
    return Bench.run(
        out, err, Stream.of(url, arguments).flatMap(Stream::of).toArray(String[]::new));
  }

  /** The options of {@code more} in place of those of the same name. */
  private static String[] merged(String[] usual, String[] more) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String[] some : new String[][] {usual, more}) {
      for (int at = 0; at < some.length; at += 2) {
        options.put(some[at], some[at + 1]);
      }
    }
    return options.entrySet().stream()
        .flatMap(option -> Stream.of(option.getKey(), option.getValue()))
        .toArray(String[]::new);
  }
}

package io.beep.loadtest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param loads run one after the other, with the same users
 * @param users at most so many accounts; streams share them in turn
 * @param tokens a file of access tokens, one a line, instead of signing up
 * @param saveTokens where to write the tokens that were obtained
 * @param json where to write the reports
 * @param drain how long to wait, at most, for deliveries after the last message
 * @param pid the process of Beep whose resident memory is reported
 */
record BenchOptions(
    URI url,
    List<Load> loads,
    int users,
    @Nullable Path tokens,
    @Nullable Path saveTokens,
    @Nullable Path json,
    Duration drain,
    @Nullable Long pid) {

  static final String USAGE =
      """
      usage: ./beep bench [options]
        --url URL            of a running Beep (http://localhost:8080); start it with --limits off
        --members N          streams of the feed that are open (50)
        --senders S          who send, each on a connection of its own (8)
        --rate R             messages a second over all senders; 0 is as fast as it goes (20)
        --duration SECONDS   that are measured (30)
        --warmup SECONDS     that go before and are not measured (10)
        --size CHARACTERS    of a message (100)
        --idle N             N streams and no messages, for --duration
        --scenario NAME      one of: %s
        --all                every scenario; without --url, and with all else that is measured, of a Beep of its own
        --scenario start     how long a start takes, and the memory at rest, of a Beep of its own
        --scenario soak [--minutes N]   half of what a room can do, for 30 minutes: what grows with time
        --smoke              some seconds of a Beep of its own: whether anything fell by half
        --users U            at most U accounts, which streams share in turn (1000)
        --tokens FILE        access tokens, one a line, instead of signing users up
        --save-tokens FILE   writes the tokens that were obtained, for another run
        --drain SECONDS      waits so long, at most, for what is not delivered at the end (60)
        --pid PID            the process of Beep, to report its resident memory
        --json FILE          writes the figures as JSON
      Exit code: 0 when all went well, 1 when a delivery was missing, doubled or out of order or a
      mark was missed, 2 when the run could not be made.
      """
          .formatted(Scenario.names());

  private static final Set<String> FLAGS = Set.of("--all");
  private static final Set<String> OPTIONS =
      Set.of(
          "--url",
          "--members",
          "--senders",
          "--rate",
          "--duration",
          "--warmup",
          "--size",
          "--idle",
          "--scenario",
          "--users",
          "--tokens",
          "--save-tokens",
          "--pid",
          "--json",
          "--drain");
  private static final int MOST_STREAMS = 50_000;
  private static final int MOST_SENDERS = 1_000;
  private static final int LONGEST_SECONDS = 24 * 3600;

  /**
   * @throws UsageException when they make no sense
   */
  static BenchOptions parse(String... arguments) {
    Map<String, String> given = given(arguments);
    return new BenchOptions(
        url(given.getOrDefault("--url", "http://localhost:8080")),
        loads(given),
        number(given, "--users", 1_000, 1, MOST_STREAMS),
        path(given, "--tokens"),
        path(given, "--save-tokens"),
        path(given, "--json"),
        seconds(given, "--drain", 60, 1),
        given.containsKey("--pid")
            ? Long.valueOf(number(given, "--pid", 0, 1, Integer.MAX_VALUE))
            : null);
  }

  /** How many accounts the loads need. */
  int accounts() {
    int most =
        loads.stream().mapToInt(load -> Math.max(load.members(), load.senders())).max().orElse(1);
    return Math.min(most, users);
  }

  private static Map<String, String> given(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int at = 0; at < arguments.length; at++) {
      String name = arguments[at];
      if (FLAGS.contains(name)) {
        given.put(name, "");
      } else if (!OPTIONS.contains(name)) {
        throw new UsageException("unknown option " + name);
      } else if (++at == arguments.length) {
        throw new UsageException(name + " needs a value");
      } else if (given.put(name, arguments[at]) != null) {
        throw new UsageException(name + " is given twice");
      }
    }
    return given;
  }

  private static List<Load> loads(Map<String, String> given) {
    if (given.containsKey("--all")) {
      return Arrays.stream(Scenario.values())
          .map(scenario -> timed(scenario.load(), given))
          .toList();
    }
    String scenario = given.get("--scenario");
    if (scenario != null) {
      return List.of(timed(Scenario.named(scenario).load(), given));
    }
    if (given.containsKey("--idle")) {
      int streams = number(given, "--idle", 0, 1, MOST_STREAMS);
      return List.of(Load.idle(streams, seconds(given, "--duration", 30, 1)));
    }
    return List.of(
        new Load(
            "custom",
            number(given, "--members", 50, 0, MOST_STREAMS),
            number(given, "--senders", 8, 1, MOST_SENDERS),
            rate(given.getOrDefault("--rate", "20")),
            seconds(given, "--warmup", 10, 0),
            seconds(given, "--duration", 30, 1),
            number(given, "--size", Load.USUAL_SIZE, 60, 4_000),
            Mark.NONE));
  }

  private static Load timed(Load load, Map<String, String> given) {
    return load.withTimes(
        seconds(given, "--warmup", (int) load.warmup().toSeconds(), 0),
        seconds(given, "--duration", (int) load.duration().toSeconds(), 1));
  }

  private static URI url(String text) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException invalid) {
      throw new UsageException("--url is no URL: " + text);
    }
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new UsageException("--url is http://host:port or https://host:port, not " + text);
    }
    return url;
  }

  private static double rate(String text) {
    try {
      double rate = Double.parseDouble(text);
      if (rate >= 0 && rate <= 1_000_000) {
        return rate;
      }
    } catch (NumberFormatException invalid) {
      throw new UsageException("--rate is a number, not " + text);
    }
    throw new UsageException("--rate is 0 to 1000000, not " + text);
  }

  private static Duration seconds(Map<String, String> given, String name, int usual, int least) {
    return Duration.ofSeconds(number(given, name, usual, least, LONGEST_SECONDS));
  }

  private static int number(
      Map<String, String> given, String name, int usual, int least, int most) {
    String text = given.get(name);
    if (text == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException invalid) {
      throw new UsageException(name + " is a whole number, not " + text);
    }
    throw new UsageException(name + " is " + least + " to " + most + ", not " + text);
  }

  private static @Nullable Path path(Map<String, String> given, String name) {
    String text = given.get(name);
    return text == null ? null : Path.of(text);
  }
}

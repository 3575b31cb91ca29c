package io.beep.loadtest;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Loads with a mark that Beep is to reach on two cores, this program beside it. */
enum Scenario {
  /** Messages that are durable before they are answered, with few who listen. */
  DURABLE(10, 64, 0, new Mark.MessagesPerSecond(3_000)),
  /** A big room at the pace of a busy evening. */
  LIVE(1_000, 10, 30, new Mark.DeliveredWithin(30)),
  /** A big room, all talking at once. */
  FAN_OUT(1_000, 16, 0, new Mark.DeliveriesPerSecond(60_000)),
  /** A room of a usual size, all talking at once. */
  ROOM(50, 32, 0, new Mark.MessagesPerSecond(1_500)),
  /** Many who only have the window open. */
  IDLE(10_000, 0, 0, new Mark.ResidentMemory(500));

  private static final Duration WARMUP = Duration.ofSeconds(15);
  private static final Duration DURATION = Duration.ofSeconds(30);

  private final int members;
  private final int senders;
  private final double rate;
  private final Mark mark;

  Scenario(int members, int senders, double rate, Mark mark) {
    this.members = members;
    this.senders = senders;
    this.rate = rate;
    this.mark = mark;
  }

  Load load() {
    return new Load(optionName(), members, senders, rate, WARMUP, DURATION, Load.USUAL_SIZE, mark);
  }

  static Scenario named(String name) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.optionName().equals(name))
        .findAny()
        .orElseThrow(() -> new UsageException("--scenario is one of " + names()));
  }

  static String names() {
    return Arrays.stream(values()).map(Scenario::optionName).collect(Collectors.joining(", "));
  }

  String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

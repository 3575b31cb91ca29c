package io.beep.loadtest;

import java.util.Locale;

/** What a run is to reach. */
sealed interface Mark {

  Mark NONE = new Nothing();

  /** Whether the figures reach it. */
  boolean isReached(Report report);

  /** In words, for the report. */
  String text();

  /** Nothing in particular. */
  record Nothing() implements Mark {
    @Override
    public boolean isReached(Report report) {
      return true;
    }

    @Override
    public String text() {
      return "none";
    }
  }

  /** At least so many messages a second acknowledged. */
  record MessagesPerSecond(int least) implements Mark {
    @Override
    public boolean isReached(Report report) {
      return report.messagesPerSecond() >= least;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "%,d messages/s", least);
    }
  }

  /** At least so many deliveries a second. */
  record DeliveriesPerSecond(int least) implements Mark {
    @Override
    public boolean isReached(Report report) {
      return report.deliveriesPerSecond() >= least;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "%,d deliveries/s", least);
    }
  }

  /** Of a hundred deliveries, 99 come within so many milliseconds. */
  record DeliveredWithin(int millis) implements Mark {
    @Override
    public boolean isReached(Report report) {
      return report.delivered().count() > 0 && report.delivered().p99() <= millis;
    }

    @Override
    public String text() {
      return "p99 due → delivered under " + millis + " ms";
    }
  }

  /** The process of Beep holds at most so much memory, while the streams are open. */
  record ResidentMemory(int megabytes) implements Mark {
    @Override
    public boolean isReached(Report report) {
      Long resident = report.residentMegabytes();
      return resident != null && resident <= megabytes;
    }

    @Override
    public String text() {
      return "under " + megabytes + " MB of resident memory (needs --pid)";
    }
  }
}

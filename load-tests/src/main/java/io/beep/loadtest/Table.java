package io.beep.loadtest;

import java.util.Locale;
import java.util.stream.Collectors;

/** Shows a report to people. */
final class Table {

  private Table() {}

  static String of(Report report) {
    StringBuilder table = new StringBuilder();
    String pace =
        report.senders() == 0
            ? "no messages"
            : report.senders()
                + " senders, "
                + (report.rate() == 0 ? "as fast as it goes" : report.rate() + " messages/s");
    line(
        table,
        "%s: %,d streams, %s, %.1f s",
        report.name(),
        report.members(),
        pace,
        report.seconds());
    if (report.senders() > 0) {
      line(
          table,
          "  messages/s     %,.1f (%,d acknowledged in all)",
          report.messagesPerSecond(),
          report.sent());
      line(table, "  deliveries/s   %,.1f", report.deliveriesPerSecond());
      line(table, "  %-22s %10s %10s %10s %10s", "milliseconds", "p50", "p99", "p99.9", "max");
      latencies(table, "due → acknowledged", report.acknowledged());
      latencies(table, "due → delivered", report.delivered());
      line(
          table,
          "  missing %d, doubled %d, out of order %d",
          report.missing(),
          report.doubled(),
          report.outOfOrder());
    }
    Long resident = report.residentMegabytes();
    if (resident != null) {
      line(table, "  resident       %,d MB", resident);
    }
    String errors =
        report.errors().entrySet().stream()
            .map(error -> error.getKey() + " " + error.getValue())
            .collect(Collectors.joining(", "));
    line(table, "  errors         %s", errors.isEmpty() ? "none" : errors);
    line(
        table,
        "  mark           %s: %s",
        report.mark(),
        report.markReached() ? "reached" : "MISSED");
    return table.toString();
  }

  private static void latencies(StringBuilder table, String name, Latencies.Summary times) {
    line(
        table,
        "  %-22s %10.2f %10.2f %10.2f %10.2f",
        name,
        times.p50(),
        times.p99(),
        times.p999(),
        times.max());
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}

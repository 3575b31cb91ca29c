package io.beep.gateway.feed;

import io.beep.coreapi.moderation.ReportEvent;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.ReportId;
import io.beep.coreapi.moderation.ReportReopened;
import io.beep.coreapi.moderation.ReportResolved;
import io.beep.coreapi.shared.ServerId;
import java.time.Instant;
import java.util.Map;

/**
 * What frames about reports have: only that something is new in the queue. They go to those who may
 * look at it, which is where everything else stands.
 */
final class ReportFrames {

  /** Who gets this loads the queue of the server again. */
  record ReportChangedData(
      String type, long position, Instant at, ServerId serverId, ReportId reportId) {}

  static final Map<String, Class<? extends Record>> DATA =
      Map.of(
          "report.filed", ReportChangedData.class,
          "report.resolved", ReportChangedData.class,
          "report.reopened", ReportChangedData.class);

  private ReportFrames() {}

  static String type(ReportEvent event) {
    return switch (event) {
      case ReportFiled _ -> "report.filed";
      case ReportResolved _ -> "report.resolved";
      case ReportReopened _ -> "report.reopened";
    };
  }
}

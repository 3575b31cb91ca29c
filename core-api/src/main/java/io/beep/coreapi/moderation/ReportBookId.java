package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ServerId;

/** Names in the event store what is reported of one thing in one server. */
public record ReportBookId(ServerId serverId, ReportId reportId) {

  @Override
  public String toString() {
    return ReportId.PREFIX + serverId.value() + ":" + reportId.value();
  }
}

package io.beep.gateway.audit;

import io.beep.coreapi.audit.ListAuditLog.Filter;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.problem.Problems;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every slice of this feature. */
public final class AuditEndpoints {

  private AuditEndpoints() {}

  public static List<Endpoint> of(CommandSender commands, QueryAsker queries, Json json) {
    Undoing undoing = new Undoing(commands, queries);
    return List.of(
        new ListAuditLogEndpoint(queries),
        new GetMemberHistoryEndpoint(queries),
        new ExportAuditLogEndpoint(queries, json),
        new UndoActEndpoint(undoing),
        new UndoActsEndpoint(undoing, queries));
  }

  /** The same acts can be listed and exported. */
  static Operation filtered(Operation operation) {
    return operation
        .with("actor", "string", "Only what this user did.")
        .with("action", "string", "Only such acts, as channel.ChannelRenamed.")
        .with("target", "string", "Only what was done to this, or was about it.")
        .with("from", "string", "Only at this time or later, as 2026-03-01T09:00:00Z.")
        .with("to", "string", "Only before this time.");
  }

  static Filter filterOf(ApiRequest request) {
    return new Filter(
        request.queryId("actor", UserId::of),
        request.query("action"),
        request.query("target"),
        time(request, "from"),
        time(request, "to"));
  }

  private static @Nullable Instant time(ApiRequest request, String name) {
    String text = request.query(name);
    return text == null ? null : time(name, text);
  }

  /** The position in the path. What is none names no act. */
  static long positionOf(ApiRequest request) {
    String text = request.variable("position");
    if (!text.matches("[0-9]{1,18}")) {
      throw Problems.notFound("audit-entry").exception();
    }
    return Long.parseLong(text);
  }

  static Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noTime) {
      throw Problems.invalid(name, "field.invalid", "This must be a time as 2026-03-01T09:00:00Z.")
          .exception();
    }
  }
}

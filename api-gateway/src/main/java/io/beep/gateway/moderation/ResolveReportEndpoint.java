package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.ReportId;
import io.beep.coreapi.moderation.ReportOutcome;
import io.beep.coreapi.moderation.ResolveReport;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ResolveReportEndpoint implements Endpoint {

  /**
   * @param note at most 512 characters
   */
  record Resolution(ReportOutcome outcome, @Nullable String note) {}

  static final String PATH = "/api/servers/{serverId}/reports/{reportId}/resolution";

  private static final Operation OPERATION =
      Operation.changing(HttpMethod.PUT, PATH, "Be done with what is reported")
          .taking(Resolution.class);

  private final CommandSender commands;

  ResolveReportEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    ReportId report = request.id("reportId", ReportId::of, "report");
    Resolution body = request.body(Resolution.class);
    return commands
        .send(
            new ResolveReport(server, request.user(), report, body.outcome(), body.note()), request)
        .map(outcome -> Answer.ok(new Acknowledged(report.value(), outcome.position())));
  }
}

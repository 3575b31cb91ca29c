package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.ReopenReport;
import io.beep.coreapi.moderation.ReportId;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReopenReportEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
          HttpMethod.DELETE, ResolveReportEndpoint.PATH, "Look at what was reported again");

  private final CommandSender commands;

  ReopenReportEndpoint(CommandSender commands) {
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
    return commands
        .send(new ReopenReport(server, request.user(), report), request)
        .map(outcome -> Answer.ok(new Acknowledged(report.value(), outcome.position())));
  }
}

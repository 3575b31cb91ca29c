package io.beep.gateway.audit;

import io.beep.coreapi.audit.AuditLogPage;
import io.beep.coreapi.audit.ListAuditLog;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.problem.Problems;
import java.util.List;
import reactor.core.publisher.Mono;

final class ListAuditLogEndpoint implements Endpoint {

  private static final Operation OPERATION =
      AuditEndpoints.filtered(
              Operation.reading(
                  "/api/servers/{serverId}/audit-log",
                  "Read what was done to a server, newest first",
                  AuditLogPage.class))
          .with("before", "integer", "Acts before this position.")
          .with("after", "integer", "Acts after this position, those next to it.")
          .with("limit", "integer", "At most so many, 1 to 500, usually 50.");

  private final QueryAsker queries;

  ListAuditLogEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    Long before = request.position("before");
    Long after = request.position("after");
    if (before != null && after != null) {
      throw Problems.malformed(
              "audit-log.page-ambiguous",
              "Give before or after, or none.",
              List.of("before", "after"))
          .exception();
    }
    return queries
        .ask(
            new ListAuditLog(
                server,
                request.user(),
                AuditEndpoints.filterOf(request),
                before,
                after,
                request.count("limit", ListAuditLog.USUAL, ListAuditLog.MOST)),
            AuditLogPage.class,
            request)
        .map(Answer::ok);
  }
}

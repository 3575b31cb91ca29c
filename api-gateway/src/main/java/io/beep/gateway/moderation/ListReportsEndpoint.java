package io.beep.gateway.moderation;

import io.beep.coreapi.moderation.ListReports;
import io.beep.coreapi.moderation.ReportPage;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.problem.Problems;
import reactor.core.publisher.Mono;

final class ListReportsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
              "/api/servers/{serverId}/reports",
              "List what is reported, newest first",
              ReportPage.class)
          .with("state", "string", "open, which is usual, or closed.")
          .with("cursor", "integer", "What the page before answered as next.")
          .with("limit", "integer", "At most so many, 1 to 100, usually 25.");

  private final QueryAsker queries;

  ListReportsEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    ListReports query =
        new ListReports(
            server,
            request.user(),
            isOpen(request),
            request.position("cursor"),
            request.count("limit", ListReports.USUAL, ListReports.MOST));
    return queries.ask(query, ReportPage.class, request).map(Answer::ok);
  }

  private static boolean isOpen(ApiRequest request) {
    return switch (request.query("state")) {
      case null -> true;
      case "open" -> true;
      case "closed" -> false;
      default ->
          throw Problems.invalid("state", "field.invalid", "This must be open or closed.")
              .exception();
    };
  }
}

package io.beep.gateway.server;

import io.beep.coreapi.server.ListServerTemplates;
import io.beep.coreapi.server.TemplatePage;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.Objects;
import reactor.core.publisher.Mono;

final class ListServerTemplatesEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading(
              "/api/server-templates", "List what new servers can begin with", TemplatePage.class)
          .with("language", "string", "Of the names, en or fr; usually en.");

  private final QueryAsker queries;

  ListServerTemplatesEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return queries
        .ask(
            new ListServerTemplates(Objects.requireNonNullElse(request.query("language"), "en")),
            TemplatePage.class,
            request)
        .map(Answer::ok);
  }
}

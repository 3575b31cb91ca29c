package io.beep.gateway.server;

import io.beep.coreapi.server.DiscoveryPage;
import io.beep.coreapi.server.FindPublicServers;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import java.util.Objects;
import reactor.core.publisher.Mono;

final class FindPublicServersEndpoint implements Endpoint {

  private static final int USUAL = 50;
  private static final int MOST = 100;

  /** More than any name has; the rest could match nothing. */
  private static final int LONGEST_WORDS = 200;

  private static final Operation OPERATION =
      Operation.reading("/api/discovery/servers", "Find public servers", DiscoveryPage.class)
          .within(Limits.SEARCH)
          .with("q", "string", "Words of the name, the description or the tags; none finds all.")
          .with("limit", "integer", "At most so many, 1 to 100, usually 50.")
          .with("cursor", "string", "Of the page before.");

  private final QueryAsker queries;

  FindPublicServersEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    String words = Objects.requireNonNullElse(request.query("q"), "");
    if (words.length() > LONGEST_WORDS) {
      throw Problems.invalid("q", "field.invalid", "At most " + LONGEST_WORDS + " characters.")
          .exception();
    }
    return queries
        .ask(
            new FindPublicServers(
                words,
                request.count("limit", USUAL, MOST),
                request.query("cursor"),
                request.user()),
            DiscoveryPage.class,
            request)
        .map(Answer::ok);
  }
}

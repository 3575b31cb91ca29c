package io.beep.gateway.moderation;

import io.beep.coreapi.server.BanPage;
import io.beep.coreapi.server.ListBans;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import reactor.core.publisher.Mono;

final class ListBansEndpoint implements Endpoint {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private static final Operation OPERATION =
      Operation.reading("/api/servers/{serverId}/bans", "List who is banned, by id", BanPage.class)
          .with("q", "string", "Words in a username, a name or a reason.")
          .with("after", "string", "The last user id of the page before.")
          .with("limit", "integer", "At most so many, 1 to 1000, usually 100.");

  private final QueryAsker queries;

  ListBansEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    String words = request.query("q");
    ListBans query =
        new ListBans(
            server,
            request.user(),
            words == null ? "" : words,
            request.queryId("after", UserId::of),
            request.count("limit", USUAL, MOST));
    return queries.ask(query, BanPage.class, request).map(Answer::ok);
  }
}

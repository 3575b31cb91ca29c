package io.beep.gateway.server;

import io.beep.coreapi.server.FindMembers;
import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.MemberPage;
import io.beep.coreapi.server.SearchMembers;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.problem.Problems;
import java.util.HashSet;
import java.util.List;
import reactor.core.publisher.Mono;

final class ListMembersEndpoint implements Endpoint {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private static final Operation OPERATION =
      Operation.reading("/api/servers/{serverId}/members", "List members by id", MemberPage.class)
          .with("after", "string", "The last user id of the page before.")
          .with("limit", "integer", "At most so many, 1 to 1000, usually 100.")
          .with(
              "userIds",
              "string",
              "Only these, up to " + FindMembers.MOST + ", separated by commas, all at once.")
          .with(
              "q",
              "string",
              "Only those whose username, name or last name begins so, by name, whatever the case"
                  + " and the accents; up to "
                  + SearchMembers.MOST
                  + ", and no pages: `hasAfter` says that another letter would help.");

  private final QueryAsker queries;

  ListMembersEndpoint(QueryAsker queries) {
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    List<UserId> asked = request.queryIds("userIds", UserId::of, FindMembers.MOST);
    if (asked != null) {
      return queries
          .ask(
              new FindMembers(server, request.user(), new HashSet<>(asked)),
              MemberPage.class,
              request)
          .map(Answer::ok);
    }
    String words = request.query("q");
    if (words != null && !words.isBlank()) {
      return queries.ask(search(server, words, request), MemberPage.class, request).map(Answer::ok);
    }
    ListMembers query =
        new ListMembers(
            server,
            request.user(),
            request.queryId("after", UserId::of),
            request.count("limit", USUAL, MOST));
    return queries.ask(query, MemberPage.class, request).map(Answer::ok);
  }

  private static SearchMembers search(ServerId server, String words, ApiRequest request) {
    if (words.codePointCount(0, words.length()) > SearchMembers.LONGEST) {
      throw Problems.invalid(
              "q", "field.invalid", "This has at most " + SearchMembers.LONGEST + " characters.")
          .exception();
    }
    int limit = Math.min(request.count("limit", USUAL, MOST), SearchMembers.MOST);
    return new SearchMembers(server, request.user(), words, limit);
  }
}

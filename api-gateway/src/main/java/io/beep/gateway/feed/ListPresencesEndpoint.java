package io.beep.gateway.feed;

import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.MemberPage;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.Crowd;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who of a server is connected, for those who may list its members. */
final class ListPresencesEndpoint implements Endpoint {

  /**
   * What {@code presence} signals go on from.
   *
   * @param connected how many there are
   * @param complete whether all of them are here, or all of those who were asked for
   * @param presences of who is not here it holds that they are offline, when it is complete
   */
  record PresencePage(int connected, boolean complete, List<PersonPresence> presences) {

    static PresencePage of(Crowd.View view) {
      return new PresencePage(
          view.connected(), view.complete(), PersonPresence.all(view.presences()));
    }
  }

  private static final Operation OPERATION =
      Operation.reading(
              "/api/servers/{serverId}/presences",
              "Who is connected, up to " + Crowd.MOST_NAMED,
              PresencePage.class)
          .with(
              "userIds",
              "string",
              "Only these, up to " + Crowd.MOST_WATCHED + ", separated by commas.");

  private final Feed feed;
  private final QueryAsker queries;

  ListPresencesEndpoint(Feed feed, QueryAsker queries) {
    this.feed = feed;
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    List<UserId> asked = request.queryIds("userIds", UserId::of, Crowd.MOST_WATCHED);
    // Whoever may list one member may list all, and is refused by the same rule.
    ListMembers right = new ListMembers(server, request.user(), null, 1);
    return queries
        .ask(right, MemberPage.class, request)
        .flatMap(_ -> feed.hub().presences().ask(crowd -> view(crowd, server, asked)))
        .map(view -> Answer.ok(PresencePage.of(view)));
  }

  private static Crowd.View view(
      Crowd<FeedStream> crowd, ServerId server, @Nullable List<UserId> asked) {
    return asked == null ? crowd.of(server) : crowd.of(server, asked);
  }
}

package io.beep.gateway.feed;

import io.beep.coreapi.server.ChannelMemberPage;
import io.beep.coreapi.server.ListChannelMembers;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.Presence;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who may see a channel, and who of them is connected. */
final class ListChannelMembersEndpoint implements Endpoint {

  private static final int USUAL = 100;

  /**
   * @param presence {@code online}, {@code idle}, {@code dnd}, {@code offline}
   */
  record PresentMember(MemberView member, String presence) {}

  /**
   * @param next what to give as {@code after} for the next page, null at the end; a page can be
   *     short, or empty, and not the last
   */
  record PresentMemberPage(List<PresentMember> items, @Nullable UserId next, long position) {

    static PresentMemberPage of(ChannelMemberPage page, Map<UserId, Presence> presences) {
      return new PresentMemberPage(
          page.items().stream()
              .map(
                  member ->
                      new PresentMember(
                          member,
                          presences.getOrDefault(member.userId(), Presence.OFFLINE).wireName()))
              .toList(),
          page.next(),
          page.position());
    }
  }

  private static final Operation OPERATION =
      Operation.reading(
              "/api/channels/{channelId}/members",
              "List who may see a channel, by id",
              PresentMemberPage.class)
          .with("after", "string", "What the page before names as next.")
          .with(
              "limit",
              "integer",
              "At most so many, 1 to " + ListChannelMembers.MOST + ", usually " + USUAL + ".");

  private final Feed feed;
  private final QueryAsker queries;

  ListChannelMembersEndpoint(Feed feed, QueryAsker queries) {
    this.feed = feed;
    this.queries = queries;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ListChannelMembers query =
        new ListChannelMembers(
            request.id("channelId", ChannelId::of, "channel"),
            request.user(),
            request.queryId("after", UserId::of),
            request.count("limit", USUAL, ListChannelMembers.MOST));
    return queries.ask(query, ChannelMemberPage.class, request).flatMap(this::withPresences);
  }

  private Mono<Answer> withPresences(ChannelMemberPage page) {
    List<UserId> users = page.items().stream().map(MemberView::userId).toList();
    return feed.hub()
        .presences()
        .ask(crowd -> crowd.of(page.serverId(), users))
        .map(view -> Answer.ok(PresentMemberPage.of(page, view.presences())));
  }
}

package io.beep.query.server;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.server.DeletedServerPage;
import io.beep.coreapi.server.DeletedServerView;
import io.beep.coreapi.server.DeletedServerView.DeletionProgress;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.GetFeedScope;
import io.beep.coreapi.server.GetServer;
import io.beep.coreapi.server.ListDeletedServers;
import io.beep.coreapi.server.ListMembers;
import io.beep.coreapi.server.ListMyServers;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.query.shared.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeletedServersIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final ServerQueries queries =
      new ServerQueries(world.readModel(), world.barrier(), World.CLOCK);
  private final FeedScopeQueries feedScopes =
      new FeedScopeQueries(world.readModel(), world.barrier());
  private final ServerId server = world.publicServer(owner);

  @AfterEach
  void close() {
    world.close();
  }

  private DeletedServerPage deletedBy(UserId user) {
    return answered(queries.answer(new ListDeletedServers(user), null));
  }

  @Test
  void shouldBeSeenByNobody() {
    world.member(server, member);
    world.channel(server);
    world.delete(server);

    for (UserId someone : List.of(owner, member)) {
      refusedWith("server.not-found", queries.answer(new GetServer(server, someone), null));
      assertThat(answered(queries.answer(new ListMyServers(someone), null)).items()).isEmpty();
      refusedWith(
          "server.not-found", queries.answer(new ListMembers(server, someone, null, 50), null));
    }
  }

  @Test
  void shouldBeListedForWhoDeletedThem() {
    world.member(server, member);
    world.delete(server);

    assertThat(deletedBy(owner))
        .isEqualTo(
            new DeletedServerPage(
                List.of(
                    new DeletedServerView(
                        server, "A server", World.NOW, World.NOW.plus(Duration.ofDays(7)), null)),
                100));
    assertThat(deletedBy(member)).isEqualTo(new DeletedServerPage(List.of(), 100));
  }

  @Test
  void shouldTellHowFarTheirEndIs() {
    world.delete(server);
    world.jdbc().update("update deleted_server set step = 'messages', done = 3, total = 9");

    assertThat(deletedBy(owner).items())
        .extracting(DeletedServerView::progress)
        .containsExactly(new DeletionProgress("messages", 3, 9));
  }

  @Test
  void shouldBeKnownToTheFeedOfThoseWhoWereIn() {
    world.member(server, member);
    world.delete(server);

    FeedScopeView scope = answered(feedScopes.answer(new GetFeedScope(member), null));

    assertThat(scope.memberships()).isEmpty();
    assertThat(scope.deleted()).containsExactly(server);
    assertThat(
            answered(feedScopes.answer(new GetFeedScope(world.user("stranger")), null)).deleted())
        .isEmpty();
  }
}

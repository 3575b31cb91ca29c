package io.beep.query.server;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beep.coreapi.server.MemberPage;
import io.beep.coreapi.server.MemberView;
import io.beep.coreapi.server.SearchMembers;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.query.shared.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members by the beginning of a name; small servers are looked through, large ones by an index. */
class MemberSearchIT {

  private static final int LARGE = MemberReads.FEW + 1;

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId stranger = world.user("zelda");
  private final ServerId server = world.privateServer(owner);
  private final ServerQueries queries =
      new ServerQueries(world.readModel(), world.barrier(), World.CLOCK);

  @AfterEach
  void close() {
    world.close();
  }

  private UserId named(String username, String displayName) {
    UserId user = world.user(username);
    world
        .jdbc()
        .update("update user_profile set display_name = ? where id = ?", displayName, user.value());
    return user;
  }

  private UserId member(String username, String displayName, RoleId... roles) {
    UserId user = named(username, displayName);
    world.member(server, user, roles);
    return user;
  }

  private void counts(int members) {
    world.jdbc().update("update server set member_count = ? where id = ?", members, server.value());
  }

  private MemberPage page(String words, int limit) {
    return answered(queries.answer(new SearchMembers(server, owner, words, limit), null));
  }

  private List<UserId> found(String words) {
    return page(words, 50).items().stream().map(MemberView::userId).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, LARGE})
  void shouldFindWhoseUsernameOrNameOrLastNameBeginsSo(int count) {
    UserId ada = member("countess", "Ada Lovelace");
    UserId lou = member("lou99", "Lou Reed");
    member("bob", "Bob Marley");
    counts(count);

    assertThat(found("lo")).containsExactly(ada, lou);
    assertThat(found("ada l")).containsExactly(ada);
    assertThat(found("count")).containsExactly(ada);
    assertThat(found("ovelace")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, LARGE})
  void shouldKnowNoDifferenceOfCaseAndAccents(int count) {
    UserId zoe = member("zz", "Zoé Ångström");
    UserId greek = member("yy", "Ωμέγα");
    counts(count);

    assertThat(found("ZOE")).containsExactly(zoe);
    assertThat(found("zoé")).containsExactly(zoe);
    assertThat(found("angstr")).containsExactly(zoe);
    assertThat(found("ωμεγ")).containsExactly(greek);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, LARGE})
  void shouldTakeWordsAsTheyStand(int count) {
    member("xx", "Percival");
    UserId odd = member("ww", "100% sure_thing");
    counts(count);

    assertThat(found("%")).isEmpty();
    assertThat(found("100%")).containsExactly(odd);
    assertThat(found("P_r")).isEmpty();
    assertThat(found("  perciv ")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, LARGE})
  void shouldTellThatThereAreMoreAndNobodyTwice(int count) {
    for (int i = 0; i < 4; i++) {
      member("kim" + i, "Kim Kimball " + i);
    }
    counts(count);

    assertThat(page("kim", 3).items()).hasSize(3);
    assertThat(page("kim", 3).hasAfter()).isTrue();
    assertThat(page("kim", 4).items()).hasSize(4);
    assertThat(page("kim", 4).hasAfter()).isFalse();
    assertThat(page("kim", 4).position()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, LARGE})
  void shouldTellRolesAndNobodyOfAnotherServer(int count) {
    RoleId role = world.role(server);
    UserId vera = member("vera", "Vera", role);
    ServerId other = world.privateServer(stranger);
    world.member(other, named("vern", "Vern"));
    counts(count);

    assertThat(page("ver", 50).items())
        .extracting(MemberView::userId, MemberView::roles)
        .containsExactly(tuple(vera, List.of(role)));
  }

  @Test
  void shouldBeForMembersOnly() {
    refusedWith(
        "server.not-found", queries.answer(new SearchMembers(server, stranger, "o", 5), null));
    refusedWith(
        "permission.missing",
        queries.answer(new SearchMembers(world.publicServer(owner), stranger, "o", 5), null));
  }

  @Test
  void shouldBeQuickAmongAHundredThousand() {
    world
        .jdbc()
        .update(
            """
            with made as (
              insert into user_profile (id, username, display_name)
              select gen_random_uuid(), 'm' || n, 'Ann Nr' || n from generate_series(1, 100000) n
              returning id)
            insert into membership (server_id, user_id, joined_at)
            select ?, id, now() from made
            """,
            server.value());
    UserId ada = member("countess", "Ada Lovelace");
    counts(100_002);
    world.jdbc().execute("analyze user_profile, membership");
    found("ada");

    // One that has one answer, and one that fits all of them.
    Instant begin = Instant.now();
    assertThat(found("ada")).containsExactly(ada);
    assertThat(page("ann", 50).hasAfter()).isTrue();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }
}

package io.beep.query.permission;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.permission.GetPermissionPreview;
import io.beep.coreapi.permission.PermissionPreviewView;
import io.beep.coreapi.permission.PreviewChannelView;
import io.beep.coreapi.permission.PreviewEffectView;
import io.beep.coreapi.permission.PreviewGroupView;
import io.beep.coreapi.permission.PreviewMemberView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.AccessChange;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.query.shared.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PreviewQueriesIT {

  private static final PermissionSet SENDING = PermissionSet.of(Permission.SEND_MESSAGES);
  private static final PermissionSet SEEING = PermissionSet.of(Permission.VIEW_CHANNEL);
  private static final Overwrite DENIES_SENDING = new Overwrite(PermissionSet.NONE, SENDING);

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId ada = world.user("ada");
  private final UserId manager = world.user("manager");
  private final UserId stranger = world.user("stranger");
  private final ServerId server = world.privateServer(owner);
  private final RoleId everyone = RoleId.everyone(server);
  private final RoleId writers = world.role(server, Permission.SEND_MESSAGES);
  private final RoleId stewards = world.role(server, Permission.MANAGE_ROLES);
  private final ChannelId news = world.channel(server);
  private final PermissionQueries queries =
      new PermissionQueries(world.readModel(), world.barrier(), World.CLOCK);

  @BeforeEach
  void join() {
    world.everyoneMay(server, SEEING);
    world.member(server, ada, writers);
    world.member(server, manager, stewards);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<PermissionPreviewView> preview(AccessChange change, UserId asking) {
    return queries.answer(new GetPermissionPreview(server, change, asking), null);
  }

  private PermissionPreviewView answer(AccessChange change) {
    return answered(preview(change, manager));
  }

  @Nested
  class WhenARoleIsChanged {

    @Test
    void shouldTellWhoLosesWhatWhere() {
      assertThat(answer(new AccessChange.RolePermissionsSet(writers, PermissionSet.NONE)))
          .isEqualTo(
              new PermissionPreviewView(
                  server,
                  1,
                  true,
                  List.of(
                      new PreviewGroupView(
                          1,
                          List.of(new PreviewMemberView(ada, "ada", "ada the Great")),
                          List.of(
                              new PreviewEffectView(List.of(), PermissionSet.NONE, SENDING),
                              new PreviewEffectView(
                                  List.of(new PreviewChannelView(news, "channel")),
                                  PermissionSet.NONE,
                                  SENDING)))),
                  100));
    }

    @Test
    void shouldSayThatNothingHappens() {
      PermissionPreviewView view = answer(new AccessChange.RolePermissionsSet(writers, SENDING));

      assertThat(view.members()).isZero();
      assertThat(view.groups()).isEmpty();
      assertThat(view.complete()).isTrue();
    }

    @Test
    void shouldTellWhatOneMemberWouldGet() {
      PermissionPreviewView given = answer(new AccessChange.RoleGiven(stewards, ada));
      assertThat(given.groups())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.some()).extracting(PreviewMemberView::userId).containsExactly(ada);
                assertThat(one.effects())
                    .extracting(PreviewEffectView::gained)
                    .containsOnly(PermissionSet.of(Permission.MANAGE_ROLES));
              });

      PermissionPreviewView taken = answer(new AccessChange.RoleTaken(writers, ada));
      assertThat(taken.groups().getFirst().effects())
          .extracting(PreviewEffectView::lost)
          .containsOnly(SENDING);
      assertThat(answer(new AccessChange.RoleGiven(stewards, owner)).groups()).isEmpty();
      refusedWith(
          "membership.not-found", preview(new AccessChange.RoleGiven(stewards, stranger), manager));
    }

    @Test
    void shouldTellWhoIsSavedByAnOverwrite() {
      world.overwrite(news, server, "member", ada.value(), SENDING, PermissionSet.NONE);
      UserId grace = world.user("grace");
      world.member(server, grace, writers);

      PermissionPreviewView view = answer(new AccessChange.RoleDeleted(writers));

      assertThat(view.members()).isEqualTo(2);
      assertThat(view.groups())
          .filteredOn(group -> group.some().getFirst().userId().equals(ada))
          .singleElement()
          .satisfies(one -> assertThat(one.effects()).hasSize(1));
      assertThat(view.groups())
          .filteredOn(group -> group.some().getFirst().userId().equals(grace))
          .singleElement()
          .satisfies(one -> assertThat(one.effects()).hasSize(2));
    }
  }

  @Nested
  class WhenAnOverwriteIsChanged {

    @Test
    void shouldReachTheChannelsThatAreSyncedWithTheFolder() {
      ChannelId folder = world.channel(server, "folder", null);
      ChannelId inside = world.channel(server, "text", folder);

      PermissionPreviewView view =
          answer(
              new AccessChange.OverwriteSet(
                  folder, OverwriteKind.ROLE, everyone.value(), DENIES_SENDING));

      assertThat(view.groups())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.some()).extracting(PreviewMemberView::userId).containsExactly(ada);
                assertThat(one.effects())
                    .singleElement()
                    .satisfies(
                        effect -> {
                          assertThat(effect.lost()).isEqualTo(SENDING);
                          assertThat(effect.channels())
                              .extracting(PreviewChannelView::id)
                              .containsExactly(folder, inside);
                        });
              });
    }

    @Test
    void shouldTellWhoSeesAgainWhatWasHidden() {
      world.hide(news, server);
      PermissionPreviewView view =
          answered(
              preview(
                  new AccessChange.OverwriteRemoved(news, OverwriteKind.ROLE, everyone.value()),
                  owner));

      assertThat(view.members()).isEqualTo(2);
      assertThat(view.groups())
          .allSatisfy(
              group ->
                  assertThat(group.effects().getFirst().gained().contains(Permission.VIEW_CHANNEL))
                      .isTrue());
    }

    @Test
    void shouldTellWhatFollowingTheFolderAgainTakes() {
      ChannelId folder = world.channel(server, "folder", null);
      world.overwrite(folder, server, "role", everyone.value(), PermissionSet.NONE, SENDING);
      ChannelId apart = world.channel(server, "text", folder);
      world.unsync(apart);
      world.overwrite(apart, server, "member", ada.value(), SENDING, PermissionSet.NONE);

      PermissionPreviewView view = answer(new AccessChange.ChannelSynced(apart));

      assertThat(view.groups())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.some()).extracting(PreviewMemberView::userId).containsExactly(ada);
                assertThat(one.effects().getFirst().lost()).isEqualTo(SENDING);
                assertThat(one.effects().getFirst().channels())
                    .extracting(PreviewChannelView::id)
                    .containsExactly(apart);
              });
    }

    @Test
    void shouldNotNameChannelsThatTheAskingOneDoesNotSee() {
      ChannelId hidden = world.hiddenChannel(server);
      world.overwrite(hidden, server, "role", writers.value(), SEEING, PermissionSet.NONE);

      PermissionPreviewView view = answer(new AccessChange.RoleDeleted(writers));

      assertThat(view.groups().getFirst().effects())
          .flatExtracting(PreviewEffectView::channels)
          .extracting(PreviewChannelView::id)
          .containsExactly(news);
    }
  }

  @Nested
  class WhenSomeoneMayNot {

    private final AccessChange deletion = new AccessChange.RoleDeleted(writers);

    @Test
    void shouldBeForWhoManagesRoles() {
      refusedWith("permission.missing", preview(deletion, ada));
      refusedWith("server.not-found", preview(deletion, stranger));
      world.jdbc().update("update server set visibility = 'public'");
      refusedWith("permission.missing", preview(deletion, stranger));
    }

    @Test
    void shouldBeForWhoManagesThemInTheChannel() {
      AccessChange change =
          new AccessChange.OverwriteSet(news, OverwriteKind.ROLE, everyone.value(), DENIES_SENDING);
      world.overwrite(
          news,
          server,
          "role",
          stewards.value(),
          PermissionSet.NONE,
          PermissionSet.of(Permission.MANAGE_ROLES));
      refusedWith("permission.missing", preview(change, manager));

      ChannelId hidden = world.hiddenChannel(server);
      refusedWith(
          "channel.not-found",
          preview(
              new AccessChange.OverwriteSet(
                  hidden, OverwriteKind.ROLE, everyone.value(), DENIES_SENDING),
              manager));
      refusedWith(
          "channel.not-found",
          preview(
              new AccessChange.OverwriteRemoved(
                  world.channel(world.privateServer(owner)), OverwriteKind.ROLE, everyone.value()),
              owner));
    }

    @Test
    void shouldBeAboutWhatThereIs() {
      RoleId unknown = new RoleId(new UUID(1, 1));
      refusedWith("role.not-found", preview(new AccessChange.RoleDeleted(unknown), manager));
      refusedWith("role.everyone-fixed", preview(new AccessChange.RoleDeleted(everyone), manager));
      refusedWith("channel.not-in-folder", preview(new AccessChange.ChannelSynced(news), manager));
      refusedWith(
          "overwrite.not-found",
          preview(
              new AccessChange.OverwriteSet(
                  news, OverwriteKind.ROLE, unknown.value(), DENIES_SENDING),
              manager));
    }
  }

  @Nested
  class WhenThereAreAHundredThousandMembers {

    @Test
    void shouldCountThemInsteadOfLookingAtEach() {
      RoleId cosmetic = world.role(server);
      world
          .jdbc()
          .update(
              "insert into membership (server_id, user_id, roles, joined_at)"
                  + " select ?, gen_random_uuid(),"
                  + " case i % 3 when 0 then array[?, ?] when 1 then array[?] else '{}' end, now()"
                  + " from generate_series(1, 100000) i",
              server.value(), writers.value(), cosmetic.value(), writers.value());
      world.jdbc().execute("analyze membership");

      Instant start = Instant.now();
      PermissionPreviewView view = answer(new AccessChange.RoleDeleted(writers));
      Duration took = Duration.between(start, Instant.now());

      // Two thirds, and Ada; with and without the role that means nothing they are alike.
      assertThat(view.groups())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.members()).isEqualTo(66_668);
                assertThat(one.some()).hasSize(10);
              });
      assertThat(view.complete()).isTrue();
      assertThat(took).isLessThan(Duration.ofSeconds(3));
      assertThat(
              answer(new AccessChange.RolePermissionsSet(everyone, PermissionSet.NONE)).members())
          .isEqualTo(100_002);
    }
  }
}

package io.beep.app.standalone;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.RestoreServer;
import io.beep.coreapi.server.SetServerBanner;
import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.shared.picture.StoredPicture;
import io.beep.coreapi.user.RegisterUser;
import io.beep.coreapi.user.SetUserPicture;
import io.beep.saga.shared.Work;
import io.beep.saga.shared.Work.Outcome;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an upload left that was cut off goes a day later, and nothing else does. */
class PictureSweepIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);
  private static final int PAGE = 2;
  private static final int MANY = 1_000;
  private static final int MOST_PIECES = 100;

  @SuppressWarnings("NullAway.Init")
  private DeletionWorld world;

  @SuppressWarnings("NullAway.Init")
  private UserId ada;

  @BeforeEach
  void begin() throws SQLException {
    world = new DeletionWorld();
    ada = new UserId(world.ids().next());
    world.decide(new RegisterUser(ada, "ada", "Ada", "Lovelace"));
    awaitRow("select 1 from user_profile");
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void awaitRow(String sql) {
    await().atMost(PATIENCE).until(() -> !world.inReadModel().queryForList(sql).isEmpty());
  }

  private PictureId kept(PictureKind kind) {
    return world.pictures().keep(kind, ServerDeletionKilledIT.aPixel()).join();
  }

  /** As after a crash in the middle: not all sizes are there, and no command was sent. */
  private PictureId cutOff(int number) {
    return half(PictureId.of("%032x".formatted(number)), 64);
  }

  private PictureId half(PictureId id, int width) {
    world
        .files()
        .put(
            "pictures/" + id.value() + "/" + width,
            new ByteArrayInputStream(new byte[1]),
            1,
            "image/png");
    return id;
  }

  private Set<PictureId> stored() {
    return world.pictures().stored(null, MANY).stream().map(StoredPicture::id).collect(toSet());
  }

  private ServerId found() {
    return world
        .decide(new CreateServer(ada, "A server", null, Visibility.PUBLIC), CreatedServer.class)
        .id();
  }

  private Work sweep() {
    return world.sweep(PAGE, MANY, () -> true);
  }

  private static void untilItRests(Work sweep) {
    int pieces = 0;
    while (sweep.work() != Outcome.IDLE) {
      assertThat(pieces++).isLessThan(MOST_PIECES);
    }
  }

  @Test
  void shouldRemoveADayLaterWhatNobodyShows() {
    PictureId mine = kept(PictureKind.PICTURE);
    world.decide(new SetUserPicture(ada, mine));
    ServerId server = found();
    PictureId picture = kept(PictureKind.PICTURE);
    PictureId banner = kept(PictureKind.BANNER);
    world.decide(new SetServerPicture(server, ada, picture));
    world.decide(new SetServerBanner(server, ada, banner));
    ServerId deleted = found();
    PictureId restorable = kept(PictureKind.PICTURE);
    world.decide(new SetServerPicture(deleted, ada, restorable));
    PictureId bannerOfDeleted = kept(PictureKind.BANNER);
    world.decide(new SetServerBanner(deleted, ada, bannerOfDeleted));
    world.decide(new DeleteServer(deleted, ada));
    awaitRow("select 1 from deleted_server");
    PictureId neverShown = kept(PictureKind.PICTURE);
    PictureId half = cutOff(1);
    PictureId lastOfAll = half(PictureId.of("f".repeat(PictureId.LENGTH)), 960);
    Set<PictureId> shown = Set.of(mine, picture, banner, restorable, bannerOfDeleted);

    untilItRests(sweep());
    assertThat(stored())
        .as("young")
        .hasSize(shown.size() + 3)
        .contains(neverShown, half, lastOfAll);

    world.later(MORE_THAN_A_DAY);
    PictureId young = kept(PictureKind.PICTURE);
    // The store says that it is from before: its clock is that of the machine.
    world.decide(new SetUserPicture(ada, young));
    awaitRow("select 1 from user_profile where picture_id = '" + young + "'");
    untilItRests(sweep());

    assertThat(stored())
        .containsExactlyInAnyOrder(picture, banner, restorable, bannerOfDeleted, young);
    world.decide(new RestoreServer(deleted, ada));
    assertThat(world.pictures().find(restorable, 64).join()).isPresent();
  }

  @Test
  void shouldLookOnceADay() {
    world.later(MORE_THAN_A_DAY);
    untilItRests(sweep());
    PictureId orphan = cutOff(1);

    untilItRests(sweep());
    assertThat(stored()).containsExactly(orphan);

    world.later(Duration.ofDays(1));
    untilItRests(sweep());
    assertThat(stored()).isEmpty();
  }

  @Test
  void shouldRemoveNothingWhileTheTablesAreBehind() {
    PictureId orphan = cutOff(1);
    world.later(MORE_THAN_A_DAY);

    untilItRests(world.sweep(PAGE, MANY, () -> false));
    assertThat(stored()).containsExactly(orphan);

    world.later(Duration.ofMinutes(1));
    untilItRests(sweep());
    assertThat(stored()).isEmpty();
  }

  @Test
  void shouldRemoveNothingWhileAnEventWaitsThatMayShowIt() {
    PictureId orphan = cutOff(1);
    world.later(MORE_THAN_A_DAY);
    world
        .inReadModel()
        .update(
            "insert into dead_letter (processor, position, subject, tries)"
                + " values ('directory', 7, 'server/x', 1)");

    untilItRests(sweep());
    assertThat(stored()).containsExactly(orphan);

    world.inReadModel().update("delete from dead_letter");
    world.later(Duration.ofHours(1));
    untilItRests(sweep());
    assertThat(stored()).isEmpty();
  }

  @Test
  void shouldGoOnAfterItCouldNotFindOutHowFarTheTablesAre() {
    PictureId orphan = cutOff(1);
    world.later(MORE_THAN_A_DAY);
    Work failing =
        world.sweep(
            PAGE,
            MANY,
            () -> {
              throw new IllegalStateException("nobody tells");
            });

    assertThat(failing.work()).isEqualTo(Outcome.FAILED);
    assertThat(failing.work()).isEqualTo(Outcome.IDLE);
    assertThat(stored()).containsExactly(orphan);

    world.later(Duration.ofMinutes(1));
    untilItRests(sweep());
    assertThat(stored()).isEmpty();
  }

  /** As with the database of another Beep. */
  @Test
  void shouldRemoveNothingWhereNobodyHasAnAccount() {
    PictureId orphan = cutOff(1);
    world.later(MORE_THAN_A_DAY);
    world.inReadModel().update("delete from user_profile");

    untilItRests(sweep());

    assertThat(stored()).containsExactly(orphan);
  }

  @Test
  void shouldStopWhereAccidentsDoNotExplainIt() {
    for (int i = 0; i < 5; i++) {
      cutOff(i);
    }
    world.later(MORE_THAN_A_DAY);

    untilItRests(world.sweep(PAGE, 3, () -> true));
    assertThat(stored()).hasSize(3);

    world.later(Duration.ofDays(1));
    untilItRests(world.sweep(PAGE, 3, () -> true));
    assertThat(stored()).isEmpty();
  }

  @Test
  void shouldBeDoneByOneNodeAtATime() throws SQLException {
    cutOff(1);
    world.later(MORE_THAN_A_DAY);
    try (Connection other = world.sagas().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select * from picture_sweep for update");

      assertThat(sweep().work()).isEqualTo(Outcome.IDLE);
      assertThat(stored()).hasSize(1);
      other.rollback();
    }
    untilItRests(sweep());
    assertThat(stored()).isEmpty();
  }
}

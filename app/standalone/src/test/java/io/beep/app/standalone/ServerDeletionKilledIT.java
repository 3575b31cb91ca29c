package io.beep.app.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.InviteMember;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreateRole;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.RestoreServer;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.SetServerBanner;
import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.saga.SagasConfiguration;
import io.beep.saga.shared.BusCommands;
import io.beep.saga.shared.Work;
import io.beep.saga.shared.Work.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process of a deletion dies at each of its steps, twenty times at each, at moments that chance
 * picks; another one takes over. Each server ends once, and nothing of it is left. Most die by a
 * throw, which is cheap; some by the end of their JVM.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerDeletionKilledIT {

  private static final int DEATHS = 20;

  /** Each takes some seconds. */
  private static final int HALTS = 2;

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_PIECES = 1_000;

  /** What {@link #found} makes. */
  private static final Map<String, Long> HELD =
      Map.of(
          "invitations", 2L,
          "memberships", 4L,
          "search-documents", 5L,
          "messages", 5L,
          "overwrites", 2L,
          "channels", 4L,
          "roles", 3L,
          "pictures", 2L,
          "member-invitations", 2L);

  /** A PNG. */
  private static final byte[] A_PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5"
                  + "ErkJggg==");

  private final List<PictureId> pictures = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private DeletionWorld world;

  @BeforeAll
  void begin() throws SQLException {
    world = new DeletionWorld();
  }

  @AfterAll
  void end() {
    world.close();
  }

  static byte[] aPixel() {
    return A_PIXEL.clone();
  }

  static Stream<String> steps() {
    return Stream.of(
            Stream.of(Mortal.START),
            Stream.of(DeletionStep.values()).map(DeletionStep::wireName),
            Stream.of(Mortal.FINISH))
        .flatMap(step -> step);
  }

  private UserId someone() {
    return new UserId(world.ids().next());
  }

  private ServerId found(UserId owner) {
    CreatedServer server =
        world.decide(
            new CreateServer(owner, "Doomed", null, Visibility.PUBLIC), CreatedServer.class);
    ChannelId talk = server.channels().getFirst().id();
    for (int i = 0; i < 3; i++) {
      world.decide(new JoinServer(server.id(), someone()));
    }
    for (int i = 0; i < 2; i++) {
      world.decide(new CreateInvitation(server.id(), owner, null, null));
      world.decide(
          new CreateChannel(server.id(), owner, "staff" + i, ChannelType.TEXT, null, true));
      world.decide(
          new CreateRole(server.id(), owner, "role" + i, null, PermissionSet.of(List.of())));
    }
    for (int i = 0; i < 5; i++) {
      world.decide(new SendMessage(talk, owner, "message " + i, null));
    }
    for (int i = 0; i < 2; i++) {
      world.decide(new InviteMember(server.id(), owner, someone()));
    }
    world.decide(new SetServerPicture(server.id(), owner, picture(PictureKind.PICTURE)));
    world.decide(new SetServerBanner(server.id(), owner, picture(PictureKind.BANNER)));
    return server.id();
  }

  private PictureId picture(PictureKind kind) {
    PictureId kept = world.pictures().keep(kind, A_PIXEL).join();
    pictures.add(kept);
    return kept;
  }

  /** None of what was kept is there any more. */
  private boolean arePicturesGone() {
    return pictures.stream()
        .flatMap(
            picture ->
                Stream.of(PictureKind.values())
                    .flatMap(kind -> kind.widths().stream())
                    .map(width -> world.pictures().find(picture, width).join()))
        .noneMatch(Optional::isPresent);
  }

  private long left(ServerId server) {
    return world.erasers().all().stream().mapToLong(eraser -> eraser.count(server)).sum();
  }

  private long heldNow(ServerId server) {
    return HELD.values().stream().mapToLong(Long::longValue).sum() - left(server);
  }

  private void awaitProjected(List<ServerId> servers) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(servers).allMatch(server -> heldNow(server) == 0));
  }

  /** As it is after a start. */
  private Work process(Mortal mortal) {
    return SagasConfiguration.serverDeletions(
        world.sagas(),
        mortal.sending(new BusCommands(world.axon().commandBus())),
        mortal.erasing(world.erasers().all()),
        world.clock());
  }

  private List<ServerId> noted() {
    return world
        .inSagas()
        .query(
            "select server_id from server_deletion order by due_at, server_id",
            (row, _) -> new ServerId(row.getObject(1, java.util.UUID.class)));
  }

  /** Whether it died. */
  private static boolean workUntil(Work process, java.util.function.BooleanSupplier end) {
    for (int i = 0; i < MOST_PIECES; i++) {
      if (end.getAsBoolean()) {
        return false;
      }
      try {
        assertThat(process.work()).isNotEqualTo(Outcome.FAILED);
      } catch (Mortal.Killed _) {
        return true;
      }
    }
    throw new AssertionError("no end after " + MOST_PIECES + " pieces");
  }

  private void deleteAndLetTimePass(UserId owner, List<ServerId> servers) {
    servers.forEach(server -> world.decide(new DeleteServer(server, owner)));
    await().atMost(PATIENCE).until(() -> noted().size() == servers.size());
    assertThat(process(new Mortal()).work()).isEqualTo(Outcome.IDLE);
    world.later(WEEK);
  }

  /** How many moments each step has in which it can die. */
  private Mortal counted(UserId owner) {
    List<ServerId> one = List.of(found(owner));
    awaitProjected(one);
    deleteAndLetTimePass(owner, one);
    Mortal immortal = new Mortal();
    assertThat(workUntil(process(immortal), () -> noted().isEmpty())).isFalse();
    return immortal;
  }

  @ParameterizedTest
  @MethodSource("steps")
  void shouldEndOnceHoweverOftenItIsKilled(String step) {
    UserId owner = someone();
    int moments = counted(owner).moments(step);
    ServerId bystander = found(owner);
    List<ServerId> doomed = new ArrayList<>();
    for (int i = 0; i < DEATHS; i++) {
      doomed.add(found(owner));
    }
    awaitProjected(doomed);
    awaitProjected(List.of(bystander));
    deleteAndLetTimePass(owner, doomed);
    Random random = new Random(step.hashCode());

    int deaths = 0;
    for (ServerId next : noted()) {
      Mortal mortal = new Mortal();
      mortal.dieIn(step, deaths < moments ? deaths : random.nextInt(moments));
      if (workUntil(process(mortal), () -> !noted().contains(next))) {
        deaths++;
      }
      assertThat(workUntil(process(new Mortal()), () -> !noted().contains(next))).isFalse();
    }

    assertThat(moments).isPositive();
    assertThat(deaths).isEqualTo(DEATHS);
    assertEndedOnce(owner, doomed);
    assertThat(heldNow(bystander)).isZero();
    await()
        .atMost(PATIENCE)
        .until(() -> world.inReadModel().queryForList("select id from deleted_server").isEmpty());
  }

  private void assertEndedOnce(UserId owner, List<ServerId> doomed) {
    for (ServerId server : doomed) {
      assertThat(world.told(server, ServerDeletionStarted.class)).hasSize(1);
      assertThat(world.told(server, ServerDeletionAdvanced.class)).doesNotHaveDuplicates();
      assertThat(world.told(server, ServerDeletionFinished.class))
          .containsExactly(new ServerDeletionFinished(server, owner, HELD));
      assertThat(left(server)).isZero();
    }
  }

  /** A whole process dies, with what it has in memory and on its connections. */
  @ParameterizedTest
  @MethodSource("steps")
  void shouldEndOnceThoughTheProcessIsHalted(String step) throws Exception {
    UserId owner = someone();
    int moments = counted(owner).moments(step);
    List<ServerId> doomed = List.of(found(owner), found(owner));
    awaitProjected(doomed);
    deleteAndLetTimePass(owner, doomed);
    Random random = new Random(step.hashCode());
    DeletionWorld.Stores stores = world.stores();
    Duration ahead = world.ahead();

    world.close();
    for (int i = 0; i < HALTS; i++) {
      assertThat(DoomedJvm.run(stores, ahead, step, random.nextInt(moments)))
          .isEqualTo(Mortal.HALTED);
    }
    world = new DeletionWorld(stores, ahead);

    assertThat(workUntil(process(new Mortal()), () -> noted().isEmpty())).isFalse();
    assertEndedOnce(owner, doomed);
  }

  @Test
  void shouldLeaveAloneWhatWasRestored() {
    UserId owner = someone();
    ServerId server = found(owner);
    awaitProjected(List.of(server));
    world.decide(new DeleteServer(server, owner));
    await().atMost(PATIENCE).until(() -> noted().contains(server));
    world.decide(new RestoreServer(server, owner));
    await().atMost(PATIENCE).until(() -> !noted().contains(server));
    world.later(WEEK);

    assertThat(process(new Mortal()).work()).isEqualTo(Outcome.IDLE);
    assertThat(heldNow(server)).isZero();
    assertThat(
            world
                .inReadModel()
                .queryForObject(
                    "select member_count from server where id = ?", Integer.class, server.value()))
        .isEqualTo(4);
  }

  /** As after a backup was brought back: what is noted comes from the events again. */
  @Test
  void shouldForgetANoteOfWhatEndedLongAgo() {
    UserId owner = someone();
    ServerId server = found(owner);
    awaitProjected(List.of(server));
    deleteAndLetTimePass(owner, List.of(server));
    assertThat(workUntil(process(new Mortal()), () -> noted().isEmpty())).isFalse();

    world
        .inSagas()
        .update(
            "insert into server_deletion (server_id, owner_id, due_at) values (?, ?, now())",
            server.value(),
            owner.value());
    process(new Mortal()).work();

    assertThat(noted()).isEmpty();
    assertThat(world.told(server, ServerDeletionFinished.class)).hasSize(1);
  }

  @Test
  void shouldNotKeepOthersFromTheirTurnWhenOneFails() {
    UserId owner = someone();
    List<ServerId> both = List.of(found(owner), found(owner));
    awaitProjected(both);
    deleteAndLetTimePass(owner, both);
    ServerId first = noted().getFirst();
    ServerId second = noted().getLast();
    List<ErasesServers> failing =
        world.erasers().all().stream()
            .<ErasesServers>map(eraser -> new FailsFor(first, eraser))
            .toList();
    Work process =
        SagasConfiguration.serverDeletions(
            world.sagas(), new BusCommands(world.axon().commandBus()), failing, world.clock());

    await().atMost(PATIENCE).until(() -> process.work() != null && !noted().contains(second));

    assertThat(noted()).containsExactly(first);
    world.later(Duration.ofHours(1));
    assertThat(workUntil(process(new Mortal()), () -> noted().isEmpty())).isFalse();
    assertThat(left(first)).isZero();
  }

  private record FailsFor(ServerId server, ErasesServers eraser) implements ErasesServers {

    @Override
    public DeletionStep step() {
      return eraser.step();
    }

    @Override
    public long count(ServerId counted) {
      return eraser.count(counted);
    }

    @Override
    public int atOnce() {
      return eraser.atOnce();
    }

    @Override
    public int erase(ServerId erased) {
      if (erased.equals(server)) {
        throw new IllegalStateException("the store of it is down");
      }
      return eraser.erase(erased);
    }
  }
}

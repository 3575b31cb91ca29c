package io.beep.command.channel;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOrder;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.channel.PutChannelBack;
import io.beep.coreapi.channel.RestoreChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MoveDecisionsTest {

  private static final Instant IN_A_WEEK = Decisions.BEGINNING.plus(Duration.ofDays(7));

  private final Decisions given = new Decisions();
  private final ServerId server = given.publicServerOf(ADA).id();

  @AfterEach
  void close() {
    given.close();
  }

  private ChannelId channel(ChannelType type, @Nullable ChannelId folder, boolean isPrivate) {
    return given.when(
        new CreateChannel(server, ADA, "one", type, folder, isPrivate), ChannelId.class);
  }

  private ChannelId text() {
    return channel(ChannelType.TEXT, null, false);
  }

  private ChannelId folder() {
    return channel(ChannelType.FOLDER, null, false);
  }

  private ChannelId hiddenFolder() {
    return channel(ChannelType.FOLDER, null, true);
  }

  /** In the order in which everybody who has read the whole stream shows them. */
  private List<ChannelId> order() {
    Map<ChannelId, String> places = new HashMap<>();
    for (Object event : given.everything()) {
      switch (event) {
        case ChannelCreated created ->
            places.put(created.channelId(), ChannelOrder.first(created.channelId()));
        case ChannelPlaced placed -> places.put(placed.channelId(), placed.place());
        case ChannelDeleted deleted -> places.remove(deleted.channelId());
        default -> {}
      }
    }
    assertThat(places.values()).doesNotHaveDuplicates();
    return places.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void move(ChannelId channel, @Nullable ChannelId after) {
    given.decide(new MoveChannel(channel, ADA, null, after, false));
  }

  @Nested
  class WhenChannelsAreOrdered {

    @Test
    void shouldPlaceOneBehindAnother() {
      List<ChannelId> before = order();
      ChannelId a = text();
      ChannelId b = text();
      ChannelId c = text();

      move(c, a);

      assertThat(given.events()).hasSize(1).first().isInstanceOf(ChannelPlaced.class);
      assertThat(order()).containsExactly(before.getFirst(), before.getLast(), a, c, b);
    }

    @Test
    void shouldPlaceOneBeforeAllOthers() {
      List<ChannelId> before = order();
      ChannelId a = text();

      move(a, null);

      assertThat(order()).containsExactly(a, before.getFirst(), before.getLast());
    }

    @Test
    void shouldChangeNothingWhenItStandsThereAlready() {
      ChannelId a = text();
      text();
      ChannelId c = text();
      move(c, a);

      move(c, a);
      assertThat(given.events()).isEmpty();
      move(c, c);
      assertThat(given.events()).isEmpty();
    }

    /** The place that an event told last. */
    private String told() {
      return given.events().stream()
          .filter(ChannelPlaced.class::isInstance)
          .map(event -> ((ChannelPlaced) event).place())
          .findFirst()
          .orElseThrow();
    }

    @Test
    void shouldPutOneBackWhereItWasMovedOnceAndWhereItWasMade() {
      ChannelId a = text();
      ChannelId b = text();
      ChannelId c = text();
      List<ChannelId> before = order();
      move(a, b);
      String between = told();
      List<ChannelId> moved = order();
      move(a, c);

      given.decide(new PutChannelBack(a, ADA, between));

      assertThat(told()).isEqualTo(between);
      assertThat(order()).isEqualTo(moved);
      given.decide(new PutChannelBack(a, ADA, between));
      assertThat(given.events()).isEmpty();
      given.decide(new PutChannelBack(a, ADA, null));
      assertThat(order()).isEqualTo(before);
    }

    @Test
    void shouldPutOneBackBehindWhatStandsThereNow() {
      ChannelId a = text();
      ChannelId b = text();
      ChannelId c = text();
      move(c, a);
      String taken = told();
      move(c, null);
      given.decide(new PutChannelBack(b, ADA, taken));

      given.decide(new PutChannelBack(c, ADA, taken));

      assertThat(order()).containsSubsequence(a, b, c);
    }

    @Test
    void shouldPutOneBackInTheFolderInWhichItIs() {
      ChannelId folder = folder();
      ChannelId a = channel(ChannelType.TEXT, folder, false);
      move(text(), null);
      given.decide(new MoveChannel(a, ADA, folder, null, false));

      given.decide(new PutChannelBack(a, ADA, null));

      assertThat(given.events())
          .containsExactly(new ChannelPlaced(a, server, folder, ChannelOrder.first(a), ADA));
      given.member(GRACE, server);
      assertThat(given.refusalOf(new PutChannelBack(a, GRACE, null)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
    }

    @Test
    void shouldStillKnowWhereADeletedOneStood() {
      List<ChannelId> before = order();
      ChannelId a = text();
      ChannelId b = text();
      ChannelId c = text();
      given.decide(new DeleteChannel(a, ADA));

      move(c, a);

      assertThat(order()).containsExactly(before.getFirst(), before.getLast(), c, b);
    }

    @Test
    void shouldPutANewOneBehindAllOthers() {
      ChannelId a = text();
      move(order().getFirst(), a);
      move(order().getFirst(), order().getLast());

      ChannelId latest = text();

      assertThat(order()).last().isEqualTo(latest);
    }

    @RepeatedTest(10)
    void shouldOrderAsAListWould() {
      Random random = new Random();
      List<ChannelId> list = new ArrayList<>(order());
      for (int i = 0; i < 120; i++) {
        if (random.nextInt(8) == 0) {
          list.add(text());
        }
        ChannelId moved = list.get(random.nextInt(list.size()));
        ChannelId after = random.nextInt(5) == 0 ? null : list.get(random.nextInt(list.size()));
        move(moved, after);
        if (!moved.equals(after)) {
          list.remove(moved);
          list.add(after == null ? 0 : list.indexOf(after) + 1, moved);
        }
        assertThat(order()).isEqualTo(list);
      }
    }

    @Test
    void shouldKeepPlacesShortHoweverOftenOneMoves() {
      ChannelId a = text();
      ChannelId b = text();
      int longest = 0;
      for (int i = 0; i < 400; i++) {
        move(i % 2 == 0 ? a : b, null);
        longest = Math.max(longest, longestPlace());
      }

      assertThat(longest).isLessThanOrEqualTo(ChannelOrder.ROOT_LENGTH + 24);
      assertThat(order().subList(0, 2)).containsExactly(b, a);
    }

    private int longestPlace() {
      return given.events().stream()
          .filter(ChannelPlaced.class::isInstance)
          .map(ChannelPlaced.class::cast)
          .mapToInt(placed -> placed.place().length())
          .max()
          .orElse(0);
    }

    @Test
    void shouldForbidItToAMember() {
      given.member(GRACE, server);
      ChannelId a = text();

      assertThat(given.refusalOf(new MoveChannel(a, GRACE, null, null, false)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
    }
  }

  @Nested
  class WhenAChannelGoesIntoAFolder {

    @Test
    void shouldLeaveWhatAnyoneMayDoAsItWas() {
      given.member(GRACE, server);
      ChannelId open = text();
      ChannelId hidden = hiddenFolder();

      given.decide(new MoveChannel(open, ADA, hidden, null, false));

      assertThat(given.events())
          .contains(new ChannelMoved(open, server, hidden, ADA))
          .noneMatch(ChannelSynced.class::isInstance);
      given.decide(new SendMessage(open, GRACE, "still here", null));
    }

    @Test
    void shouldTakeACopyAlongFromTheFolderThatItFollowed() {
      given.member(GRACE, server);
      ChannelId hidden = hiddenFolder();
      ChannelId inside = channel(ChannelType.TEXT, hidden, false);

      given.decide(new MoveChannel(inside, ADA, null, null, false));

      assertThat(given.events())
          .hasExactlyElementsOfTypes(
              ChannelPlaced.class,
              ChannelOverwriteSet.class,
              ChannelUnsynced.class,
              ChannelMoved.class);
      assertThat(given.refusalOf(new SendMessage(inside, GRACE, "hi", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
    }

    @Test
    void shouldFollowItsNewFolderWhenAsked() {
      given.member(GRACE, server);
      ChannelId open = text();
      ChannelId hidden = hiddenFolder();

      given.decide(new MoveChannel(open, ADA, hidden, null, true));

      assertThat(given.events()).contains(new ChannelSynced(open, server, hidden, ADA));
      assertThat(given.refusalOf(new SendMessage(open, GRACE, "hi", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
    }

    @Test
    void shouldLetNobodyGiveByItWhatTheyLack() {
      given.member(GRACE, server);
      given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_CHANNELS));
      ChannelId folder = folder();
      ChannelId a = text();
      given.decide(
          new SetChannelOverwrite(
              folder,
              ADA,
              RoleId.everyone(server).value(),
              PermissionSet.of(Permission.MENTION_EVERYONE),
              PermissionSet.NONE));

      assertThat(given.refusalOf(new MoveChannel(a, GRACE, folder, null, true)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_ROLES"));
      given.decide(new MoveChannel(a, GRACE, folder, null, false));
      assertThat(given.events()).contains(new ChannelMoved(a, server, folder, GRACE));
    }

    @Test
    void shouldKnowFoldersOfTheSameServerThatOneSeesOnly() {
      given.member(GRACE, server);
      given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_CHANNELS));
      ChannelId a = text();
      ChannelId b = text();
      ChannelId hidden = hiddenFolder();
      ChannelId folder = folder();

      ChannelError invalid = new ChannelError.ParentInvalid();
      assertThat(given.refusalOf(new MoveChannel(a, GRACE, b, null, false))).isEqualTo(invalid);
      assertThat(given.refusalOf(new MoveChannel(a, GRACE, hidden, null, false)))
          .isEqualTo(invalid);
      assertThat(given.refusalOf(new MoveChannel(folder, ADA, hidden, null, false)))
          .isEqualTo(invalid);
      given.decide(new DeleteChannel(folder, ADA));
      assertThat(given.refusalOf(new MoveChannel(a, ADA, folder, null, false))).isEqualTo(invalid);
    }
  }

  @Nested
  class WhenAFolderIsDeleted {

    @Test
    void shouldDeleteEachChannelThatItHolds() {
      ChannelId folder = folder();
      ChannelId born = channel(ChannelType.TEXT, folder, false);
      ChannelId moved = text();
      ChannelId left = channel(ChannelType.TEXT, folder, false);
      given.decide(new MoveChannel(moved, ADA, folder, null, false));
      given.decide(new MoveChannel(left, ADA, null, null, false));

      given.decide(new DeleteChannel(folder, ADA));

      assertThat(given.events())
          .filteredOn(ChannelDeleted.class::isInstance)
          .containsExactlyInAnyOrder(
              new ChannelDeleted(born, server, ADA, IN_A_WEEK),
              new ChannelDeleted(moved, server, ADA, IN_A_WEEK),
              new ChannelDeleted(folder, server, ADA, IN_A_WEEK))
          .last()
          .isEqualTo(new ChannelDeleted(folder, server, ADA, IN_A_WEEK));
      given.decide(new SendMessage(left, ADA, "still here", null));
    }

    /** Grace looks after channels, but not after those that hide from her or are taken from her. */
    @Test
    void shouldLeaveBehindWhatTheOneWhoDeletesMayNotDelete() {
      given.member(GRACE, server);
      given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_CHANNELS));
      ChannelId folder = folder();
      ChannelId hers = channel(ChannelType.TEXT, folder, false);
      ChannelId hidden = channel(ChannelType.TEXT, folder, true);
      ChannelId taken = channel(ChannelType.TEXT, folder, false);
      given.decide(
          new SetChannelOverwrite(
              taken,
              ADA,
              GRACE.value(),
              PermissionSet.NONE,
              PermissionSet.of(Permission.MANAGE_CHANNELS)));
      List<ChannelId> before = order();

      given.decide(new DeleteChannel(folder, GRACE));

      assertThat(given.events())
          .filteredOn(ChannelDeleted.class::isInstance)
          .containsExactly(
              new ChannelDeleted(hers, server, GRACE, IN_A_WEEK),
              new ChannelDeleted(folder, server, GRACE, IN_A_WEEK));
      assertThat(given.events())
          .contains(
              new ChannelMoved(hidden, server, null, GRACE),
              new ChannelMoved(taken, server, null, GRACE));
      assertThat(order())
          .isEqualTo(
              before.stream().filter(one -> !one.equals(hers) && !one.equals(folder)).toList());
      assertThat(given.refusalOf(new SendMessage(hidden, GRACE, "hi", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
      given.decide(new SendMessage(hidden, ADA, "still here", null));
      given.decide(new SendMessage(taken, GRACE, "still here", null));
    }

    @Test
    void shouldBringBackWhatWentWithItAndNotWhatWasLeftBehind() {
      given.member(GRACE, server);
      given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_CHANNELS));
      ChannelId folder = folder();
      ChannelId hidden = channel(ChannelType.TEXT, folder, true);
      given.decide(new DeleteChannel(folder, GRACE));

      given.decide(new RestoreChannel(folder, GRACE));

      assertThat(given.events())
          .noneMatch(
              event -> event instanceof ChannelRestored one && one.channelId().equals(hidden));
      given.decide(new DeleteChannel(folder, ADA));
      given.decide(new SendMessage(hidden, ADA, "still here", null));
    }
  }

  @Nested
  class WhenThereAreManyChannels {

    @Test
    void shouldRefuseTheOneTooMany() {
      for (int i = order().size(); i < Quotas.CHANNELS_OF_A_SERVER; i++) {
        text();
      }
      ChannelId last = order().getLast();

      CreateChannel wish = new CreateChannel(server, ADA, "x", ChannelType.TEXT, null, false);
      assertThat(given.refusalOf(wish))
          .isEqualTo(new ChannelError.LimitReached(Quotas.CHANNELS_OF_A_SERVER));
      given.decide(new DeleteChannel(last, ADA));
      given.decide(wish);
    }
  }

  @Nested
  class WhenManyMoveAtOnce {

    @RepeatedTest(5)
    void shouldLoseNoChannelAndCarryOutEveryWish() throws Exception {
      ChannelId folder = folder();
      List<ChannelId> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(text());
      }
      int there = order().size();
      CountDownLatch start = new CountDownLatch(1);
      try (ExecutorService movers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<@Nullable Void>> moves = new ArrayList<>();
        for (int mover = 0; mover < 6; mover++) {
          Random random = new Random(mover);
          moves.add(movers.submit(moving(all, folder, random, start)));
        }
        start.countDown();
        for (Future<@Nullable Void> move : moves) {
          move.get();
        }
      }

      assertThat(order()).hasSize(there).containsAll(all);
      // And what one wishes last, when all is quiet, is how it is.
      move(all.getFirst(), all.getLast());
      List<ChannelId> order = order();
      assertThat(order.indexOf(all.getFirst())).isEqualTo(order.indexOf(all.getLast()) + 1);
    }

    private Callable<@Nullable Void> moving(
        List<ChannelId> all, ChannelId folder, Random random, CountDownLatch start) {
      return () -> {
        start.await();
        for (int i = 0; i < 30; i++) {
          ChannelId into = random.nextBoolean() ? folder : null;
          given.decideBeside(
              new MoveChannel(
                  all.get(random.nextInt(all.size())),
                  ADA,
                  into,
                  all.get(random.nextInt(all.size())),
                  false));
        }
        return null;
      };
    }

    @RepeatedTest(20)
    void shouldNeverLoseAChannelWithTheFolderThatItWasMovedInto() throws Exception {
      ChannelId folder = folder();
      ChannelId moved = text();
      CountDownLatch start = new CountDownLatch(1);
      boolean refused;
      try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Boolean> move =
            two.submit(
                () -> {
                  start.await();
                  return given.isRefusedBeside(new MoveChannel(moved, ADA, folder, null, false));
                });
        Future<Boolean> deletion =
            two.submit(
                () -> {
                  start.await();
                  return given.isRefusedBeside(new DeleteChannel(folder, ADA));
                });
        start.countDown();
        refused = move.get();
        assertThat(deletion.get()).isFalse();
      }

      // Either it was in the folder and was deleted by name with it, or it never went in.
      assertThat(given.everything().contains(new ChannelDeleted(moved, server, ADA, IN_A_WEEK)))
          .isEqualTo(!refused);
      if (refused) {
        given.decide(new SendMessage(moved, ADA, "still here", null));
      }
    }
  }
}

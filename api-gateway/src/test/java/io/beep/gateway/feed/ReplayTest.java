package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelMoved;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRelisted;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelSynced;
import io.beep.coreapi.channel.ChannelTurnTaken;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.MemberRestored;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.RoleDeleted;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RolePermissionsSet;
import io.beep.coreapi.server.RoleRenamed;
import io.beep.coreapi.server.RoleRestored;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final UserId ALICE = new UserId(new UUID(0, 1));
  private static final UserId BOB = new UserId(new UUID(0, 2));
  private static final ServerId HERE = new ServerId(new UUID(1, 0));
  private static final ServerId THERE = new ServerId(new UUID(1, 1));
  private static final ChannelId OPEN = new ChannelId(new UUID(2, 0));
  private static final ChannelId HIDDEN = new ChannelId(new UUID(2, 1));

  private static List<FeedEvent> history(Object... events) {
    List<FeedEvent> history = new ArrayList<>();
    for (Object event : events) {
      history.add(new FeedEvent(history.size(), event, Instant.EPOCH, null));
    }
    return history;
  }

  private static MessageSent said(ServerId server, ChannelId channel) {
    return new MessageSent(new MessageId(UUID.randomUUID()), channel, server, ALICE, "hello", null);
  }

  /** Bob sees one channel, whose history he reads in one server only. */
  private static Replay replay(Set<ServerId> now) {
    return new Replay(
        BOB,
        now,
        (_, channel) -> channel.equals(OPEN),
        (server, _) -> server.equals(HERE),
        Instant.EPOCH,
        (server, _) -> server.equals(THERE));
  }

  private static List<Long> forBob(
      Set<ServerId> before, Set<ServerId> now, List<FeedEvent> history) {
    return replay(now).select(before, history).stream().map(FeedEvent::position).toList();
  }

  @Test
  void shouldLeaveOutWhatMayNotBeSeen() {
    List<FeedEvent> history =
        history(
            said(HERE, OPEN),
            said(HERE, HIDDEN),
            said(THERE, OPEN),
            new ServerRenamed(HERE, "n", ALICE));

    assertThat(forBob(Set.of(HERE), Set.of(HERE), history)).containsExactly(0L, 3L);
  }

  @Test
  void shouldLeaveOutWhatWasSaidLongAgoWhereNoHistoryIsRead() {
    MessageId message = new MessageId(new UUID(3, 0));
    Instant longAgo = Instant.EPOCH.minusMillis(1);
    List<FeedEvent> history =
        List.of(
            new FeedEvent(0, said(HERE, OPEN), longAgo, null),
            new FeedEvent(1, said(THERE, OPEN), longAgo, null),
            new FeedEvent(2, new MessageEdited(message, OPEN, THERE, ALICE, "hi"), longAgo, null),
            new FeedEvent(3, new MessageDeleted(message, OPEN, THERE, ALICE), longAgo, null),
            new FeedEvent(4, new ServerRenamed(THERE, "n", ALICE), longAgo, null),
            new FeedEvent(5, said(THERE, OPEN), Instant.EPOCH, null),
            new FeedEvent(6, said(THERE, HIDDEN), Instant.EPOCH, null));

    assertThat(forBob(Set.of(HERE, THERE), Set.of(HERE, THERE), history))
        .containsExactly(0L, 3L, 4L, 5L);
  }

  @Test
  void shouldLeaveOutTheTimeOfNoMembership() {
    List<FeedEvent> history =
        history(
            said(HERE, OPEN),
            new MemberJoined(HERE, BOB),
            said(HERE, OPEN),
            new MemberLeft(HERE, BOB),
            said(HERE, OPEN),
            new MemberJoined(HERE, BOB),
            said(HERE, OPEN));

    assertThat(forBob(Set.of(), Set.of(HERE), history)).containsExactly(1L, 2L, 3L, 5L, 6L);
  }

  /** An edit tells the whole message. */
  @Test
  void shouldLeaveOutTheEditOfWhatWasSaidLongAgoWhereNoHistoryIsRead() {
    Instant longAgo = Instant.EPOCH.minusMillis(1);
    List<FeedEvent> history =
        history(edited(HERE, longAgo), edited(THERE, longAgo), edited(THERE, Instant.EPOCH));

    assertThat(forBob(Set.of(HERE, THERE), Set.of(HERE, THERE), history)).containsExactly(0L, 2L);
  }

  private static MessageEdited edited(ServerId server, Instant sentAt) {
    return new MessageEdited(
        new MessageId(new UUID(3, 0)), OPEN, server, ALICE, "hi", null, sentAt);
  }

  @Test
  void shouldTellWhoIsBroughtBackAndThoseWhoAreThere() {
    MemberRestored back =
        new MemberRestored(HERE, BOB, List.of(), List.of(), Instant.EPOCH, false, null, ALICE);
    List<FeedEvent> history =
        history(
            new MemberBanned(HERE, BOB, true, null, ALICE),
            said(HERE, OPEN),
            back,
            said(HERE, OPEN),
            new MemberRestored(
                HERE, ALICE, List.of(), List.of(), Instant.EPOCH, false, null, ALICE));

    assertThat(forBob(Set.of(HERE), Set.of(HERE), history)).containsExactly(0L, 2L, 3L, 4L);
  }

  @Test
  void shouldTellOfServerThatIsNotOnesAnyMoreOnlyThatItIsNot() {
    List<FeedEvent> history =
        history(said(HERE, OPEN), new MemberLeft(HERE, BOB), said(HERE, OPEN));

    assertThat(forBob(Set.of(HERE), Set.of(), history)).containsExactly(1L);
  }

  @Test
  void shouldTellWhoWasPutOutThatTheyAre() {
    assertThat(
            forBob(
                Set.of(HERE, THERE),
                Set.of(),
                history(
                    new MemberKicked(HERE, BOB, null, ALICE),
                    said(HERE, OPEN),
                    new MemberBanned(THERE, BOB, true, null, ALICE),
                    said(THERE, OPEN))))
        .containsExactly(0L, 2L);
  }

  @Test
  void shouldTellMembersOfWhoIsPutOutOrTimedOut() {
    List<FeedEvent> history =
        history(
            new MemberKicked(HERE, ALICE, null, ALICE),
            new MemberBanned(HERE, ALICE, true, null, ALICE),
            new TimeoutImposed(HERE, ALICE, Instant.EPOCH, null, ALICE),
            new TimeoutLifted(HERE, ALICE, ALICE));

    assertThat(forBob(Set.of(HERE), Set.of(HERE), history)).containsExactly(0L, 1L, 2L, 3L);
    assertThat(forBob(Set.of(HERE), Set.of(), history)).isEmpty();
  }

  @Test
  void shouldTellOfStrangersOnlyWhoMayBan() {
    List<FeedEvent> history =
        history(
            new MemberBanned(HERE, ALICE, false, null, ALICE),
            new MemberUnbanned(HERE, ALICE, ALICE),
            new MemberBanned(THERE, ALICE, false, null, ALICE),
            new MemberUnbanned(THERE, ALICE, ALICE));

    assertThat(forBob(Set.of(HERE, THERE), Set.of(HERE, THERE), history)).containsExactly(2L, 3L);
    assertThat(forBob(Set.of(), Set.of(THERE), history)).isEmpty();
  }

  @Test
  void shouldTellMembersAloneThatServerIsGone() {
    List<FeedEvent> history =
        history(new ServerDeleted(HERE, ALICE), new ServerDeleted(THERE, ALICE));

    assertThat(forBob(Set.of(HERE), Set.of(), history)).containsExactly(0L);
  }

  @Test
  void shouldTellOfInvitationsToWhoMadeThemOrLooksAfterAll() {
    List<FeedEvent> history =
        history(
            new InvitationCreated("7kQ2mXw9Za", HERE, ALICE, null, null),
            new InvitationCreated("7kQ2mXw9Zb", HERE, BOB, null, null),
            new InvitationSlotTaken(HERE, "7kQ2mXw9Zb", null),
            new InvitationAccepted("7kQ2mXw9Zb", HERE, BOB, ALICE, 1),
            new InvitationRevoked("7kQ2mXw9Zb", HERE, BOB, ALICE),
            new InvitationCreated("7kQ2mXw9Zc", THERE, ALICE, null, null),
            new InvitationSlotFreed(THERE, "7kQ2mXw9Zc"));

    assertThat(forBob(Set.of(HERE, THERE), Set.of(HERE, THERE), history))
        .containsExactly(1L, 3L, 4L, 5L);
    assertThat(forBob(Set.of(HERE, THERE), Set.of(), history)).isEmpty();
  }

  @Test
  void shouldTellOfPlacesWhoSeesTheChannelAndOfBooksNobody() {
    List<FeedEvent> history =
        history(
            new ChannelListed(OPEN, HERE, null),
            new ChannelPlaced(OPEN, HERE, null, "1", ALICE),
            new ChannelPlaced(HIDDEN, HERE, null, "2", ALICE),
            new ChannelMoved(OPEN, HERE, HIDDEN, ALICE),
            new ChannelTurnTaken(OPEN, HERE, BOB, Instant.EPOCH),
            new ChannelSlowModeSet(OPEN, HERE, 5, ALICE),
            new ChannelUnlisted(OPEN, HERE),
            new ChannelRelisted(OPEN, HERE, null, "1"),
            new ChannelDeletionFinished(OPEN, HERE, ALICE));

    assertThat(forBob(Set.of(HERE), Set.of(HERE), history)).containsExactly(1L, 3L, 5L);
  }

  @Test
  void shouldTellMembersThatChannelIsGone() {
    List<FeedEvent> history =
        history(
            said(HERE, HIDDEN),
            new ChannelDeleted(HIDDEN, HERE, ALICE),
            new ChannelDeleted(OPEN, THERE, ALICE));

    assertThat(forBob(Set.of(HERE), Set.of(HERE), history)).containsExactly(1L);
  }

  @Test
  void shouldNotGuessWhoWasInServerThatIsGone() {
    List<FeedEvent> history = history(new ServerDeleted(HERE, ALICE));

    assertThat(Replay.membersBefore(BOB, Set.of(), history)).isEmpty();
    assertThat(Replay.membersBefore(BOB, Set.of(HERE), history)).contains(Set.of(HERE));
  }

  /** Whatever happens, what is told of the past is what was, or nothing. */
  @Test
  void shouldTellWhoWasMemberFromTheEndBackwards() {
    int untold = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<ServerId> servers = new ArrayList<>();
      Stream.iterate(0, i -> i + 1)
          .limit(3)
          .forEach(i -> servers.add(new ServerId(new UUID(9, i))));
      Set<ServerId> members = new HashSet<>();
      servers.stream().filter(_ -> random.nextBoolean()).forEach(members::add);
      Set<ServerId> before = Set.copyOf(members);
      List<Object> events = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        ServerId server = servers.get(random.nextInt(servers.size()));
        switch (random.nextInt(8)) {
          case 0 -> {
            ServerId founded = new ServerId(new UUID(9, 100 + i));
            servers.add(founded);
            events.add(new ServerCreated(founded, ALICE, "n", null, "public", List.of()));
          }
          case 1 -> {
            servers.remove(server);
            members.remove(server);
            events.add(new ServerDeleted(server, ALICE));
            if (servers.isEmpty()) {
              servers.add(new ServerId(new UUID(9, 200 + i)));
            }
          }
          case 2 -> {
            // Deleted and restored, as far as it was told by then.
            boolean isIn = members.contains(server);
            events.add(new ServerDeletionScheduled(server, ALICE, Instant.EPOCH));
            if (isIn || random.nextInt(4) != 0) {
              events.add(new ServerRestored(server, ALICE));
            } else {
              servers.remove(server);
              if (servers.isEmpty()) {
                servers.add(new ServerId(new UUID(9, 300 + i)));
              }
            }
          }
          case 3, 4 -> {
            if (members.add(server)) {
              events.add(new MemberJoined(server, BOB));
            }
          }
          case 5 -> {
            if (members.remove(server)) {
              events.add(new MemberKicked(server, BOB, null, ALICE));
            }
          }
          case 6 -> {
            events.add(new MemberBanned(server, BOB, members.remove(server), null, ALICE));
            events.add(new MemberUnbanned(server, BOB, ALICE));
          }
          default -> {
            if (members.remove(server)) {
              events.add(new MemberLeft(server, BOB));
            }
          }
        }
      }

      Optional<Set<ServerId>> told = Replay.membersBefore(BOB, members, history(events.toArray()));

      untold += told.isEmpty() ? 1 : 0;
      int run = seed;
      told.ifPresent(then -> assertThat(then).as("seed " + run).isEqualTo(before));
    }
    assertThat(untold).isBetween(1, 1_999);
  }

  @Test
  void shouldTellMembersOfRoles() {
    RoleId role = new RoleId(new UUID(3, 0));
    List<FeedEvent> history =
        history(
            new RoleRenamed(HERE, role, "n", ALICE),
            new RoleGiven(HERE, ALICE, role, ALICE),
            new RoleRenamed(THERE, role, "n", ALICE));

    assertThat(forBob(Set.of(HERE), Set.of(HERE), history)).containsExactly(0L, 1L);
  }

  @Test
  void shouldKnowWhatMayChangeOnesRights() {
    RoleId role = new RoleId(new UUID(3, 0));
    for (Object event :
        List.of(
            new RolePermissionsSet(HERE, role, List.of(), ALICE),
            new RoleDeleted(HERE, role, ALICE),
            new RoleRestored(HERE, role, "n", null, List.of(), List.of(role), ALICE),
            new RoleGiven(HERE, BOB, role, ALICE),
            new RoleTaken(HERE, BOB, role, ALICE),
            new TimeoutImposed(HERE, BOB, Instant.EPOCH, null, ALICE),
            new TimeoutLifted(HERE, BOB, ALICE),
            new ChannelOverwriteSet(OPEN, HERE, "role", role.value(), List.of(), List.of(), ALICE),
            new ChannelOverwriteRemoved(OPEN, HERE, "role", role.value(), ALICE),
            new ChannelUnsynced(OPEN, HERE, ALICE),
            new ChannelSynced(OPEN, HERE, HIDDEN, ALICE))) {
      assertThat(Replay.mayChangeRights(BOB, Set.of(HERE), history(said(HERE, OPEN), event)))
          .as("%s", event)
          .isTrue();
      assertThat(Replay.mayChangeRights(BOB, Set.of(THERE), history(event))).isFalse();
    }
  }

  @Test
  void shouldKnowWhatChangesNobodysOrOnlyOthersRights() {
    RoleId role = new RoleId(new UUID(3, 0));

    assertThat(
            Replay.mayChangeRights(
                BOB,
                Set.of(HERE),
                history(
                    said(HERE, OPEN),
                    new RoleRenamed(HERE, role, "n", ALICE),
                    new RoleGiven(HERE, ALICE, role, ALICE),
                    new RoleTaken(HERE, ALICE, role, ALICE),
                    new TimeoutImposed(HERE, ALICE, Instant.EPOCH, null, ALICE),
                    new ServerRenamed(HERE, "n", ALICE))))
        .isFalse();
  }
}

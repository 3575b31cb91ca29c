package io.beep.command.server;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.BEGINNING;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.moderation.TrustMember;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteRole;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberRestored;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.ModerationError;
import io.beep.coreapi.server.RestoreRole;
import io.beep.coreapi.server.RestoredMember;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.server.TakeBackBan;
import io.beep.coreapi.server.TakeBackKick;
import io.beep.coreapi.server.UnbanMember;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.user.ServerSeatFreed;
import io.beep.coreapi.user.ServerSeatTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What somebody gets back whose ban or kick is undone. */
class MemberRestorationTest {

  private static final UserId ALAN = new UserId(new UUID(1, 5));

  private final Decisions given = new Decisions();
  private CreatedServer founded;
  private ServerId server;

  /** Events bear the time of the machine, by which the time to undo them goes. */
  @BeforeEach
  void found() {
    given.later(Duration.between(BEGINNING, Instant.now()));
    founded = given.publicServerOf(ADA);
    server = founded.id();
    given.member(GRACE, server).member(LINUS, server);
  }

  @AfterEach
  void close() {
    given.close();
  }

  private RestoredMember takeBackBan(UserId actor, UserId user) {
    return given.when(new TakeBackBan(server, actor, user), RestoredMember.class);
  }

  private RestoredMember takeBackKick(UserId actor, UserId user) {
    return given.when(new TakeBackKick(server, actor, user), RestoredMember.class);
  }

  private void ban(UserId user) {
    given.decide(new BanMember(server, ADA, user, "loud"));
  }

  private void kick(UserId user) {
    given.decide(new KickMember(server, ADA, user, null));
  }

  private MemberRestored restored() {
    return given.events().stream()
        .filter(MemberRestored.class::isInstance)
        .map(MemberRestored.class::cast)
        .findAny()
        .orElseThrow(() -> new AssertionError("nobody came back by " + given.events()));
  }

  private ChannelId text() {
    return founded.channels().stream()
        .filter(channel -> channel.type().equals("text"))
        .map(StarterChannel::id)
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class WhenABanIsTakenBack {

    @Test
    void shouldGiveTheMembershipBackWithItsRolesTheHighestFirst() {
      RoleId high = given.roleIn(server, ADA, Permission.MANAGE_CHANNELS);
      RoleId low = given.roleIn(server, ADA);
      given.holder(LINUS, server, ADA, low, high);
      ban(LINUS);

      RestoredMember answer = takeBackBan(ADA, LINUS);

      assertThat(answer).isEqualTo(new RestoredMember(true, List.of()));
      assertThat(given.events())
          .containsExactly(new MemberUnbanned(server, LINUS, ADA), restored());
      assertThat(restored().roles()).containsExactly(high, low);
      assertThat(restored().restoredBy()).isEqualTo(ADA);
      assertThat(given.seats()).containsExactly(new ServerSeatTaken(LINUS, server, null));
      given.decide(new RenameChannel(text(), LINUS, "mine"));
      given.decide(new LeaveServer(server, LINUS));
      assertThat(given.seats()).containsExactly(new ServerSeatFreed(LINUS, server));
    }

    @Test
    void shouldLetThemBeThereSinceTheyJoined() {
      Instant before = Instant.now();
      given.decide(new LimitNewMembers(server, ADA, 86_400));
      given.decide(new TrustMember(server, ADA, LINUS));
      given.timedOut(LINUS, server, ADA, Duration.ofHours(5));
      ban(LINUS);

      takeBackBan(ADA, LINUS);

      assertThat(restored().joinedAt()).isBeforeOrEqualTo(before);
      assertThat(restored().trusted()).isTrue();
      assertThat(restored().timedOutUntil()).isNotNull();
      assertThat(given.refusalOf(new SendMessage(text(), LINUS, "hello", null)))
          .as("still timed out")
          .isInstanceOf(CommonError.Forbidden.class);
    }

    @Test
    void shouldGiveNoTrustThatOneCannotGive() {
      RoleId bans = given.roleIn(server, ADA, Permission.BAN_MEMBERS);
      given.holder(GRACE, server, ADA, bans);
      given.decide(new TrustMember(server, ADA, LINUS));
      ban(LINUS);

      takeBackBan(GRACE, LINUS);

      assertThat(restored().trusted()).isFalse();
    }

    @Test
    void shouldFindWhatChannelsGaveToThem() {
      ChannelId secret = given.privateChannelIn(server, ADA);
      given.decide(
          new SetChannelOverwrite(
              secret,
              ADA,
              LINUS.value(),
              PermissionSet.of(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES),
              PermissionSet.NONE));
      ban(LINUS);
      assertThat(given.refusalOf(new SendMessage(secret, LINUS, "hello", null)))
          .isEqualTo(new CommonError.NotFound("channel"));

      takeBackBan(ADA, LINUS);

      given.messageOf(LINUS, secret);
    }

    @Test
    void shouldGiveBackNoRoleThatOneCouldNotGive() {
      RoleId above = given.roleIn(server, ADA);
      RoleId bans = given.roleIn(server, ADA, Permission.BAN_MEMBERS, Permission.MANAGE_ROLES);
      RoleId beneath = given.roleIn(server, ADA, Permission.MANAGE_ROLES);
      RoleId stronger = given.roleIn(server, ADA, Permission.MANAGE_SERVER);
      given.holder(GRACE, server, ADA, bans);
      given.holder(LINUS, server, ADA, above, bans, beneath, stronger);
      ban(LINUS);

      RestoredMember answer = takeBackBan(GRACE, LINUS);

      assertThat(restored().roles()).containsExactly(beneath);
      assertThat(answer).isEqualTo(new RestoredMember(true, List.of(above, bans, stronger)));
    }

    @Test
    void shouldGiveBackNoRoleToWhomOneMayOnlyUnban() {
      RoleId bans = given.roleIn(server, ADA, Permission.BAN_MEMBERS);
      RoleId plain = given.roleIn(server, ADA);
      RoleId deleted = given.roleIn(server, ADA);
      given.holder(GRACE, server, ADA, bans).holder(LINUS, server, ADA, plain, deleted);
      ban(LINUS);
      given.decide(new DeleteRole(server, ADA, deleted));

      RestoredMember answer = takeBackBan(GRACE, LINUS);

      assertThat(restored().roles()).isEmpty();
      assertThat(restored().deletedRoles()).isEmpty();
      assertThat(answer).isEqualTo(new RestoredMember(true, List.of(plain, deleted)));
    }

    /**
     * As everyone who stayed: a raid that deletes roles first and bans then is undone backwards.
     */
    @Test
    void shouldGiveBackADeletedRoleWithTheRole() {
      RoleId keepers = given.roleIn(server, ADA, Permission.MANAGE_CHANNELS);
      given.holder(LINUS, server, ADA, keepers);
      given.decide(new DeleteRole(server, ADA, keepers));
      ban(LINUS);

      assertThat(takeBackBan(ADA, LINUS).missingRoles()).isEmpty();
      assertThat(restored().roles()).isEmpty();
      assertThat(restored().deletedRoles()).containsExactly(keepers);

      assertThat(given.refusalOf(new RenameChannel(text(), LINUS, "mine")))
          .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
      given.decide(new RestoreRole(server, ADA, keepers));
      given.decide(new RenameChannel(text(), LINUS, "mine"));
    }

    /** How high it stood and what it allowed, nothing tells any more. */
    @Test
    void shouldGiveBackADeletedRoleOnlyByWhoMayDoEverything() {
      RoleId admin = given.roleIn(server, ADA, Permission.ADMINISTRATOR);
      RoleId bans = given.roleIn(server, ADA, Permission.BAN_MEMBERS, Permission.MANAGE_ROLES);
      given.holder(GRACE, server, ADA, bans).holder(LINUS, server, ADA, admin);
      ban(LINUS);
      given.decide(new DeleteRole(server, ADA, admin));

      assertThat(takeBackBan(GRACE, LINUS)).isEqualTo(new RestoredMember(true, List.of(admin)));

      given.decide(new RestoreRole(server, ADA, admin));
      assertThat(given.refusalOf(new RenameChannel(text(), LINUS, "mine")))
          .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
    }

    @Test
    void shouldOnlyUnbanWhoWasNotInTheServer() {
      given.account(STRANGER);
      given.decide(new BanMember(server, ADA, STRANGER, null));

      assertThat(takeBackBan(ADA, STRANGER)).isEqualTo(new RestoredMember(false, List.of()));
      assertThat(given.events()).containsExactly(new MemberUnbanned(server, STRANGER, ADA));
      assertThat(given.seats()).isEmpty();
    }

    @Test
    void shouldChangeNothingWhenTheyAreNotBannedAnyMore() {
      ban(LINUS);
      given.decide(new UnbanMember(server, ADA, LINUS));
      assertThat(given.events())
          .as("an unban by hand brings nobody back")
          .containsExactly(new MemberUnbanned(server, LINUS, ADA));

      assertThat(takeBackBan(ADA, LINUS).isBack()).isFalse();
      assertThat(given.events()).isEmpty();
      given.decide(new BanMember(server, ADA, LINUS, null));
      takeBackBan(ADA, LINUS);
      assertThat(given.events())
          .as("what was given up is not found again by another ban")
          .containsExactly(new MemberUnbanned(server, LINUS, ADA));
    }

    @Test
    void shouldBringThemBackOnceOfMany() {
      ban(LINUS);

      given.together(
          List.of(
              new TakeBackBan(server, ADA, LINUS),
              new TakeBackBan(server, ADA, LINUS),
              new TakeBackBan(server, ADA, LINUS)));

      assertThat(given.events()).filteredOn(MemberRestored.class::isInstance).hasSize(1);
    }

    @Test
    void shouldChangeNothingWhenTheyAreInTooManyServersByNow() {
      ban(LINUS);
      for (int i = 0; i < Quotas.SERVERS_OF_A_USER; i++) {
        UserId founder = new UserId(new UUID(7, i / Quotas.SERVERS_FOUNDED_IN_A_DAY));
        given.member(LINUS, given.publicServerOf(founder).id());
      }

      assertThat(given.refusalOf(new TakeBackBan(server, ADA, LINUS)))
          .isEqualTo(new ModerationError.InTooManyServers(Quotas.SERVERS_OF_A_USER));
      assertThat(given.refusalOf(new JoinServer(server, LINUS)))
          .isEqualTo(new ModerationError.Banned());
      given.decide(new UnbanMember(server, ADA, LINUS));
    }

    @Test
    void shouldBeForWhoMayBan() {
      ban(LINUS);

      assertThat(given.refusalOf(new TakeBackBan(server, GRACE, LINUS)))
          .isEqualTo(new CommonError.Forbidden("BAN_MEMBERS"));
      ServerId secret = given.privateServerOf(ADA).id();
      assertThat(given.refusalOf(new TakeBackBan(secret, GRACE, LINUS)))
          .isEqualTo(new CommonError.NotFound("server"));
      given.decide(new DeleteServer(server, ADA));
      assertThat(given.refusalOf(new TakeBackBan(server, ADA, LINUS)))
          .isEqualTo(new CommonError.NotFound("server"));
    }

    @Test
    void shouldBeTooLateAfterADay() {
      ban(LINUS);
      given.later(Duration.ofHours(23));
      given.later(Duration.ofMinutes(90));

      assertThat(given.refusalOf(new TakeBackBan(server, ADA, LINUS)))
          .isEqualTo(new AuditError.TooLate(24));
    }

    @Test
    void shouldBeBannedAgainWithTheirRolesToLose() {
      RoleId role = given.roleIn(server, ADA);
      given.holder(LINUS, server, ADA, role);
      ban(LINUS);
      takeBackBan(ADA, LINUS);

      ban(LINUS);
      assertThat(given.events())
          .containsExactly(new MemberBanned(server, LINUS, true, "loud", ADA));
      takeBackBan(ADA, LINUS);

      assertThat(restored().roles()).containsExactly(role);
    }
  }

  @Nested
  class WhenAKickIsTakenBack {

    @Test
    void shouldGiveTheMembershipBack() {
      RoleId role = given.roleIn(server, ADA);
      given.holder(LINUS, server, ADA, role);
      kick(LINUS);

      assertThat(takeBackKick(ADA, LINUS)).isEqualTo(new RestoredMember(true, List.of()));

      assertThat(given.events()).containsExactly(restored());
      assertThat(restored().roles()).containsExactly(role);
      assertThat(given.seats()).containsExactly(new ServerSeatTaken(LINUS, server, null));
    }

    @Test
    void shouldBeRefusedWhenTheyCameBackByThemselves() {
      kick(LINUS);
      given.member(LINUS, server);
      assertThat(given.refusalOf(new TakeBackKick(server, ADA, LINUS)))
          .isEqualTo(new AuditError.ChangedSince());

      given.decide(new LeaveServer(server, LINUS));
      assertThat(given.refusalOf(new TakeBackKick(server, ADA, LINUS)))
          .as("by their own wish")
          .isEqualTo(new AuditError.ChangedSince());
      assertThat(given.refusalOf(new TakeBackKick(server, ADA, ALAN)))
          .as("never there")
          .isEqualTo(new AuditError.ChangedSince());
    }

    @Test
    void shouldWaitForTheBanThatCameAfterIt() {
      kick(LINUS);
      ban(LINUS);
      assertThat(given.refusalOf(new TakeBackKick(server, ADA, LINUS)))
          .isEqualTo(new AuditError.ChangedSince());

      assertThat(takeBackBan(ADA, LINUS).isBack()).isFalse();
      assertThat(takeBackKick(ADA, LINUS).isBack()).isTrue();
    }

    @Test
    void shouldBeForWhoMayKickWithinADay() {
      kick(LINUS);

      assertThat(given.refusalOf(new TakeBackKick(server, GRACE, LINUS)))
          .isEqualTo(new CommonError.Forbidden("KICK_MEMBERS"));
      given.later(Duration.ofHours(25));
      assertThat(given.refusalOf(new TakeBackKick(server, ADA, LINUS)))
          .isEqualTo(new AuditError.TooLate(24));
    }
  }
}

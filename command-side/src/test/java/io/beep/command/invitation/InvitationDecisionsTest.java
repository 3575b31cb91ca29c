package io.beep.command.invitation;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.BEGINNING;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.CreatedInvitation;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationRestored;
import io.beep.coreapi.invitation.InvitationRevoked;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.invitation.RestoreInvitation;
import io.beep.coreapi.invitation.RevokeInvitation;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.SetServerVisibility;
import io.beep.coreapi.server.UnbanMember;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationDecisionsTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Decisions given = new Decisions();

  @AfterEach
  void close() {
    given.close();
  }

  private static UserId guest(int number) {
    return new UserId(new UUID(9, number));
  }

  @Nested
  class WhenAnInvitationIsMade {

    @Test
    void shouldLastAWeekAndLetInAllWhoComeUnlessToldOtherwise() {
      ServerId server = given.privateServerOf(ADA).id();

      CreatedInvitation made =
          given.when(new CreateInvitation(server, ADA, null, null), CreatedInvitation.class);

      Instant inAWeek = BEGINNING.plus(WEEK);
      String code = made.code().value();
      assertThat(made.expiresAt()).isEqualTo(inAWeek);
      assertThat(given.events())
          .containsExactly(
              new InvitationCreated(code, server, ADA, null, inAWeek),
              new InvitationSlotTaken(server, code, inAWeek));
    }

    @Test
    void shouldTakeLimitsAndNone() {
      ServerId server = given.privateServerOf(ADA).id();

      CreatedInvitation limited =
          given.when(new CreateInvitation(server, ADA, 100_000, 60L), CreatedInvitation.class);
      assertThat(limited.maxUses()).isEqualTo(100_000);
      assertThat(limited.expiresAt()).isEqualTo(BEGINNING.plusSeconds(60));
      CreatedInvitation endless =
          given.when(new CreateInvitation(server, ADA, null, 0L), CreatedInvitation.class);
      assertThat(endless.expiresAt()).isNull();
      assertThat(endless.code()).isNotEqualTo(limited.code());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void shouldRefuseUsesOutOfRange(int uses) {
      ServerId server = given.privateServerOf(ADA).id();

      assertThat(given.refusalOf(new CreateInvitation(server, ADA, uses, null)))
          .isEqualTo(new InvitationError.MaxUsesInvalid(1, 100_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 59, 31_536_001, Long.MAX_VALUE})
    void shouldRefuseAnExpiryOutOfRange(long seconds) {
      ServerId server = given.privateServerOf(ADA).id();

      assertThat(given.refusalOf(new CreateInvitation(server, ADA, null, seconds)))
          .isEqualTo(new InvitationError.ExpiryInvalid(60, 31_536_000));
    }

    @Test
    void shouldBeUpToEveryMemberOfAPublicServer() {
      ServerId server = given.publicServerOf(ADA).id();
      given.member(GRACE, server);

      given.decide(new CreateInvitation(server, GRACE, null, null));

      assertThat(given.events()).hasSize(2);
      assertThat(given.refusalOf(new CreateInvitation(server, STRANGER, null, null)))
          .isEqualTo(new CommonError.Forbidden("CREATE_INVITE"));
    }

    @Test
    void shouldAskForThePermissionInAPrivateServer() {
      ServerId server = given.privateServerOf(ADA).id();
      given.decide(new AcceptInvitation(given.invitationTo(server, ADA), GRACE));

      assertThat(given.refusalOf(new CreateInvitation(server, GRACE, null, null)))
          .isEqualTo(new CommonError.Forbidden("CREATE_INVITE"));
      assertThat(given.refusalOf(new CreateInvitation(server, STRANGER, null, null)))
          .isEqualTo(new CommonError.NotFound("server"));
    }
  }

  @Nested
  class WhenAServerHasAThousand {

    private ServerId fullServer() {
      ServerId server = given.privateServerOf(ADA).id();
      for (int i = 0; i < 1_000; i++) {
        given.invitationTo(server, ADA, 1);
      }
      return server;
    }

    @Test
    void shouldRefuseOneMoreInThisServerAlone() {
      ServerId server = fullServer();

      assertThat(given.refusalOf(new CreateInvitation(server, ADA, null, null)))
          .isEqualTo(new InvitationError.TooMany(1_000));
      given.invitationTo(given.privateServerOf(ADA).id(), ADA);
    }

    @Test
    void shouldTakeOneMoreForEachThatEnds() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode revoked = given.invitationTo(server, ADA);
      InvitationCode usedUp = given.invitationTo(server, ADA, 1);
      for (int i = 0; i < 998; i++) {
        given.invitationTo(server, ADA);
      }

      given.decide(new RevokeInvitation(revoked, ADA));
      given.invitationTo(server, ADA);
      given.decide(new AcceptInvitation(usedUp, GRACE));
      given.invitationTo(server, ADA);

      assertThat(given.refusalOf(new CreateInvitation(server, ADA, null, null)))
          .isEqualTo(new InvitationError.TooMany(1_000));
      given.later(WEEK).invitationTo(server, ADA);
    }
  }

  @Test
  void shouldForgetSomeOfWhatHasExpiredWhenTheNextIsMade() {
    ServerId server = given.privateServerOf(ADA).id();
    for (int i = 0; i < 12; i++) {
      given.invitationTo(server, ADA);
    }
    given.later(WEEK).invitationTo(server, ADA);

    assertThat(given.events()).filteredOn(InvitationSlotFreed.class::isInstance).hasSize(10);
    given.invitationTo(server, ADA);
    assertThat(given.events()).filteredOn(InvitationSlotFreed.class::isInstance).hasSize(2);
    given.invitationTo(server, ADA);
    assertThat(given.events()).hasSize(2);
  }

  @Nested
  class WhenAnInvitationIsAccepted {

    @Test
    void shouldLetThemInAtOnce() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA);

      assertThat(given.when(new AcceptInvitation(code, GRACE), ServerId.class)).isEqualTo(server);

      assertThat(given.events())
          .containsExactlyInAnyOrder(
              new InvitationAccepted(code.value(), server, ADA, GRACE, 1),
              new MemberJoined(server, GRACE));
    }

    @Test
    void shouldUseNothingUpForWhoIsInAlready() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA, 1);

      for (UserId member : new UserId[] {ADA, ADA, GRACE, GRACE}) {
        assertThat(given.when(new AcceptInvitation(code, member), ServerId.class))
            .isEqualTo(server);
      }

      assertThat(given.events()).isEmpty();
      assertThat(given.refusalOf(new AcceptInvitation(code, STRANGER)))
          .isEqualTo(new InvitationError.UsedUp());
    }

    @Test
    void shouldBeUsedUpByTheLast() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA, 2);
      given.decide(new AcceptInvitation(code, guest(1)));

      given.decide(new AcceptInvitation(code, guest(2)));

      assertThat(given.events())
          .contains(
              new InvitationAccepted(code.value(), server, ADA, guest(2), 2),
              new InvitationSlotFreed(server, code.value()));
      assertThat(given.refusalOf(new AcceptInvitation(code, guest(3))))
          .isEqualTo(new InvitationError.UsedUp());
    }

    @Test
    void shouldLetWhoLeftComeBackForOneMoreUse() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA, 2);
      given.decide(new AcceptInvitation(code, GRACE));
      given.decide(new LeaveServer(server, GRACE));

      given.decide(new AcceptInvitation(code, GRACE));

      assertThat(given.events())
          .contains(new InvitationAccepted(code.value(), server, ADA, GRACE, 2));
    }

    @Test
    void shouldExpireToTheMoment() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA);

      given.later(WEEK.minusMillis(1)).decide(new AcceptInvitation(code, GRACE));
      given.later(Duration.ofMillis(1));

      assertThat(given.refusalOf(new AcceptInvitation(code, STRANGER)))
          .isEqualTo(new InvitationError.Expired());
      given.decide(new AcceptInvitation(code, GRACE));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldLeadNowhereWhenTheServerIsGone() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA);
      given.decide(new DeleteServer(server, ADA));

      assertThat(given.refusalOf(new AcceptInvitation(code, GRACE)))
          .isEqualTo(new InvitationError.ServerGone());
      assertThat(given.refusalOf(new AcceptInvitation(code, ADA)))
          .isEqualTo(new InvitationError.ServerGone());
    }

    @Test
    void shouldNotFindWhatNobodyMade() {
      InvitationCode unknown = InvitationCode.of("1111111111");

      assertThat(given.refusalOf(new AcceptInvitation(unknown, GRACE)))
          .isInstanceOf(CommonError.NotFound.class);
      assertThat(given.refusalOf(new RevokeInvitation(unknown, GRACE)))
          .isInstanceOf(CommonError.NotFound.class);
    }
  }

  @Nested
  class WhenTheServerIsClosed {

    @Test
    void shouldLeadNowhereUnlessItsMakerMayInvite() {
      ServerId server = given.publicServerOf(ADA).id();
      RoleId inviting = given.roleIn(server, ADA, Permission.CREATE_INVITE);
      given.member(GRACE, server).member(LINUS, server).holder(LINUS, server, ADA, inviting);
      InvitationCode ofGrace = given.invitationTo(server, GRACE);
      InvitationCode ofLinus = given.invitationTo(server, LINUS);
      InvitationCode ofAda = given.invitationTo(server, ADA);
      given.decide(new SetServerVisibility(server, ADA, Visibility.PRIVATE));

      assertThat(given.refusalOf(new AcceptInvitation(ofGrace, guest(1))))
          .isEqualTo(new InvitationError.Revoked());
      given.decide(new AcceptInvitation(ofLinus, guest(1)));
      given.decide(new AcceptInvitation(ofAda, guest(2)));
      given.decide(new LeaveServer(server, LINUS));
      assertThat(given.refusalOf(new AcceptInvitation(ofLinus, guest(3))))
          .isEqualTo(new InvitationError.Revoked());
      given.decide(new SetServerVisibility(server, ADA, Visibility.PUBLIC));
      given.decide(new AcceptInvitation(ofGrace, guest(3)));
    }
  }

  @Nested
  class WhenItsMakerIsBanned {

    @Test
    void shouldLeadNowhereUntilTheyAreUnbanned() {
      ServerId server = given.publicServerOf(ADA).id();
      given.member(GRACE, server);
      InvitationCode hers = given.invitationTo(server, GRACE);
      given.decide(new BanMember(server, ADA, GRACE, null));

      assertThat(given.refusalOf(new AcceptInvitation(hers, guest(1))))
          .isEqualTo(new InvitationError.Revoked());
      given.decide(new UnbanMember(server, ADA, GRACE));
      given.decide(new AcceptInvitation(hers, guest(1)));
      assertThat(given.events()).hasAtLeastOneElementOfType(MemberJoined.class);
    }

    @Test
    void shouldStillLeadSomewhereWhenTheyOnlyLeft() {
      ServerId server = given.publicServerOf(ADA).id();
      given.member(GRACE, server);
      InvitationCode hers = given.invitationTo(server, GRACE);
      given.decide(new LeaveServer(server, GRACE));

      given.decide(new AcceptInvitation(hers, guest(1)));
      assertThat(given.events()).hasAtLeastOneElementOfType(MemberJoined.class);
    }
  }

  @Nested
  class WhenAnInvitationIsRevoked {

    @Test
    void shouldEndForAllAndOnce() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA);

      given.decide(new RevokeInvitation(code, ADA));
      assertThat(given.events())
          .containsExactly(
              new InvitationRevoked(code.value(), server, ADA, ADA),
              new InvitationSlotFreed(server, code.value()));
      given.decide(new RevokeInvitation(code, ADA));
      assertThat(given.events()).isEmpty();
      assertThat(given.refusalOf(new AcceptInvitation(code, GRACE)))
          .isEqualTo(new InvitationError.Revoked());
    }

    @Test
    void shouldObeyItsMakerAndWhoManagesTheServer() {
      ServerId server = given.publicServerOf(ADA).id();
      given.member(GRACE, server).member(STRANGER, server);
      InvitationCode ofGrace = given.invitationTo(server, GRACE);
      InvitationCode another = given.invitationTo(server, GRACE);

      assertThat(given.refusalOf(new RevokeInvitation(ofGrace, STRANGER)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
      given.decide(new RevokeInvitation(ofGrace, GRACE));
      assertThat(given.events()).isNotEmpty();
      given.decide(new RevokeInvitation(another, ADA));
      assertThat(given.events()).isNotEmpty();
    }

    @Test
    void shouldChangeNothingOnceItHasEnded() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode usedUp = given.invitationTo(server, ADA, 1);
      InvitationCode expired = given.invitationTo(server, ADA);
      given.decide(new AcceptInvitation(usedUp, GRACE));
      given.later(WEEK);

      given.decide(new RevokeInvitation(usedUp, ADA));
      assertThat(given.events()).isEmpty();
      given.decide(new RevokeInvitation(expired, ADA));
      assertThat(given.events()).isEmpty();
    }
  }

  @Nested
  class WhenOneThatWasRevokedIsRestored {

    @Test
    void shouldLetInWhomItHadNotLetInYet() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA, 2);
      given.decide(new AcceptInvitation(code, GRACE));
      given.decide(new RevokeInvitation(code, ADA));

      given.decide(new RestoreInvitation(code, ADA));

      Instant end = Decisions.BEGINNING.plus(WEEK);
      assertThat(given.events())
          .containsExactly(
              new InvitationRestored(code.value(), server, ADA, 2, end, ADA),
              new InvitationSlotTaken(server, code.value(), end));
      given.decide(new AcceptInvitation(code, STRANGER));
      assertThat(given.events())
          .contains(new InvitationAccepted(code.value(), server, ADA, STRANGER, 2));
    }

    @Test
    void shouldChangeNothingWhenItIsInForceAndNotWhenItsTimeIsOver() {
      ServerId server = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(server, ADA);
      given.decide(new RestoreInvitation(code, ADA));
      assertThat(given.events()).isEmpty();
      given.decide(new RevokeInvitation(code, ADA));
      given.later(WEEK);

      assertThat(given.refusalOf(new RestoreInvitation(code, ADA)))
          .isEqualTo(new InvitationError.Expired());
    }

    @Test
    void shouldBeForItsMakerAndWhoManagesTheServer() {
      ServerId server = given.publicServerOf(ADA).id();
      given.member(GRACE, server).member(STRANGER, server);
      InvitationCode ofGrace = given.invitationTo(server, GRACE);
      given.decide(new RevokeInvitation(ofGrace, ADA));

      assertThat(given.refusalOf(new RestoreInvitation(ofGrace, STRANGER)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
      given.decide(new RestoreInvitation(ofGrace, GRACE));
      assertThat(given.events()).isNotEmpty();
    }
  }
}

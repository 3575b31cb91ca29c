package io.beep.command.server;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.BEGINNING;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.message.DeleteMessage;
import io.beep.coreapi.message.EditMessage;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.LiftTimeout;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.server.ModerationError;
import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.server.TimeOutMember;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.server.UnbanMember;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationDecisionsTest {

  private static final UserId ALAN = new UserId(new UUID(1, 5));
  private static final long HOUR = 3600;
  private static final String LONGEST_REASON = "\ud83d\ude80".repeat(512);

  private final Decisions given = new Decisions();
  private CreatedServer founded;
  private ServerId server;

  /** Grace moderates; Linus is an ordinary member. */
  @BeforeEach
  void found() {
    founded = given.publicServerOf(ADA);
    server = founded.id();
    given.member(GRACE, server).member(LINUS, server);
  }

  @AfterEach
  void close() {
    given.close();
  }

  private RoleId moderator(UserId user) {
    RoleId role =
        given.roleIn(
            server,
            ADA,
            Permission.KICK_MEMBERS,
            Permission.BAN_MEMBERS,
            Permission.TIMEOUT_MEMBERS);
    given.holder(user, server, ADA, role);
    return role;
  }

  private ChannelId text() {
    return founded.channels().stream()
        .filter(channel -> channel.type().equals("text"))
        .map(StarterChannel::id)
        .findFirst()
        .orElseThrow();
  }

  private TimeOutMember timeOut(UserId actor, UserId user) {
    return new TimeOutMember(server, actor, user, null, HOUR, null);
  }

  private Stream<Command> acts(UserId actor, UserId user) {
    return Stream.of(
        new KickMember(server, actor, user, null),
        new BanMember(server, actor, user, null),
        timeOut(actor, user));
  }

  @Nested
  class WhenItIsAskedWhoMay {

    @Test
    void shouldNeedThePermissionOfEach() {
      assertThat(acts(GRACE, LINUS).map(given::refusalOf))
          .containsExactly(
              new CommonError.Forbidden("KICK_MEMBERS"),
              new CommonError.Forbidden("BAN_MEMBERS"),
              new CommonError.Forbidden("TIMEOUT_MEMBERS"));
      assertThat(given.refusalOf(new UnbanMember(server, GRACE, LINUS)))
          .isEqualTo(new CommonError.Forbidden("BAN_MEMBERS"));
      assertThat(given.refusalOf(new LiftTimeout(server, GRACE, LINUS)))
          .isEqualTo(new CommonError.Forbidden("TIMEOUT_MEMBERS"));
    }

    @Test
    void shouldTellAStrangerNothingOfAPrivateServer() {
      ServerId secret = given.privateServerOf(ADA).id();

      assertThat(
              Stream.<Command>of(
                      new KickMember(secret, STRANGER, ADA, null),
                      new BanMember(secret, STRANGER, ADA, null),
                      new UnbanMember(secret, STRANGER, ADA),
                      new TimeOutMember(secret, STRANGER, ADA, null, HOUR, null),
                      new LiftTimeout(secret, STRANGER, ADA))
                  .map(given::refusalOf))
          .containsOnly(new CommonError.NotFound("server"));
    }

    @Test
    void shouldSpareTheOwner() {
      moderator(GRACE);

      assertThat(acts(GRACE, ADA).map(given::refusalOf)).containsOnly(new RoleError.NotBeneath());
    }

    @Test
    void shouldSpareWhoStandsAtOrAbove() {
      given.member(ALAN, server);
      RoleId above = given.roleIn(server, ADA);
      RoleId same = moderator(GRACE);
      given.holder(LINUS, server, ADA, above).holder(ALAN, server, ADA, same);

      assertThat(acts(GRACE, LINUS).map(given::refusalOf)).containsOnly(new RoleError.NotBeneath());
      assertThat(acts(GRACE, ALAN).map(given::refusalOf)).containsOnly(new RoleError.NotBeneath());
    }

    @Test
    void shouldSpareOneselfWhoeverOneIs() {
      moderator(GRACE);

      assertThat(acts(GRACE, GRACE).map(given::refusalOf))
          .containsOnly(new ModerationError.Oneself());
      assertThat(acts(ADA, ADA).map(given::refusalOf)).containsOnly(new ModerationError.Oneself());
    }

    @Test
    void shouldNotKickOrTimeOutWhoIsNotIn() {
      assertThat(given.refusalOf(new KickMember(server, ADA, STRANGER, null)))
          .isEqualTo(new CommonError.NotFound("membership"));
      assertThat(given.refusalOf(timeOut(ADA, STRANGER)))
          .isEqualTo(new CommonError.NotFound("membership"));
      assertThat(given.refusalOf(new LiftTimeout(server, ADA, STRANGER)))
          .isEqualTo(new CommonError.NotFound("membership"));
    }
  }

  @Nested
  class WhenAReasonIsGiven {

    @Test
    void shouldKeepItWithoutSpaceAroundItAndLeaveOutAnEmptyOne() {
      given.decide(new KickMember(server, ADA, LINUS, "  " + LONGEST_REASON + " "));
      assertThat(given.events())
          .containsExactly(new MemberKicked(server, LINUS, LONGEST_REASON, ADA));
      given.decide(new KickMember(server, ADA, GRACE, " \n"));
      assertThat(given.events()).containsExactly(new MemberKicked(server, GRACE, null, ADA));
    }

    @Test
    void shouldRefuseOneThatIsTooLong() {
      String tooLong = LONGEST_REASON + "x";

      assertThat(
              Stream.<Command>of(
                      new KickMember(server, ADA, LINUS, tooLong),
                      new BanMember(server, ADA, LINUS, tooLong),
                      new TimeOutMember(server, ADA, LINUS, null, HOUR, tooLong))
                  .map(given::refusalOf))
          .containsOnly(new ModerationError.ReasonTooLong(512));
    }
  }

  @Nested
  class WhenAMemberIsKicked {

    @Test
    void shouldBeOutWithTheNextCommandAndComeBackWithoutRoles() {
      RoleId role = given.roleIn(server, ADA, Permission.MANAGE_SERVER);
      given.holder(LINUS, server, ADA, role);
      moderator(GRACE);
      given.holder(GRACE, server, ADA, given.roleIn(server, ADA));

      given.decide(new KickMember(server, ADA, LINUS, "too loud"));

      assertThat(given.refusalOf(new SendMessage(text(), LINUS, "hello", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
      given.decide(new JoinServer(server, LINUS));
      assertThat(given.events()).containsExactly(new MemberJoined(server, LINUS));
      assertThat(given.refusalOf(timeOut(LINUS, GRACE)))
          .isEqualTo(new CommonError.Forbidden("TIMEOUT_MEMBERS"));
    }
  }

  @Nested
  class WhenSomeoneIsBanned {

    @Test
    void shouldPutAMemberOutAndKeepThemOut() {
      InvitationCode code = given.invitationTo(server, ADA);
      moderator(GRACE);

      given.decide(new BanMember(server, GRACE, LINUS, "too loud"));

      assertThat(given.events())
          .containsExactly(new MemberBanned(server, LINUS, true, "too loud", GRACE));
      assertThat(given.refusalOf(new SendMessage(text(), LINUS, "hello", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
      assertThat(given.refusalOf(new JoinServer(server, LINUS)))
          .isEqualTo(new ModerationError.Banned());
      assertThat(given.refusalOf(new AcceptInvitation(code, LINUS)))
          .as("and uses nothing up")
          .isEqualTo(new ModerationError.Banned());
    }

    @Test
    void shouldTellOneWhoWasInAPrivateServerNothingUnlessTheyHaveAnInvitation() {
      ServerId secret = given.privateServerOf(ADA).id();
      InvitationCode code = given.invitationTo(secret, ADA);
      given.decide(new AcceptInvitation(code, LINUS));

      given.decide(new BanMember(secret, ADA, LINUS, null));

      assertThat(given.refusalOf(new JoinServer(secret, LINUS)))
          .isEqualTo(new CommonError.NotFound("server"));
      assertThat(given.refusalOf(new AcceptInvitation(code, LINUS)))
          .isEqualTo(new ModerationError.Banned());
    }

    @Test
    void shouldKeepOutWhoWasNeverIn() {
      given.account(ALAN);

      given.decide(new BanMember(server, ADA, ALAN, null));

      assertThat(given.events()).containsExactly(new MemberBanned(server, ALAN, false, null, ADA));
      assertThat(given.refusalOf(new JoinServer(server, ALAN)))
          .isEqualTo(new ModerationError.Banned());
    }

    @Test
    void shouldKnowNobodyWithoutAnAccount() {
      assertThat(given.refusalOf(new BanMember(server, ADA, STRANGER, null)))
          .isEqualTo(new CommonError.NotFound("user"));
      assertThat(given.refusalOf(new UnbanMember(server, ADA, STRANGER)))
          .isEqualTo(new CommonError.NotFound("user"));
    }

    @Test
    void shouldChangeNothingWhenItIsDoneTwice() {
      given.decide(new BanMember(server, ADA, LINUS, "too loud"));

      given.decide(new BanMember(server, ADA, LINUS, "far too loud"));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldLetThemComeBackWhenUnbanned() {
      given.decide(new BanMember(server, ADA, LINUS, null));

      given.decide(new UnbanMember(server, ADA, LINUS));
      assertThat(given.events()).containsExactly(new MemberUnbanned(server, LINUS, ADA));
      given.decide(new UnbanMember(server, ADA, LINUS));
      assertThat(given.events()).isEmpty();
      given.decide(new JoinServer(server, LINUS));
      assertThat(given.events()).containsExactly(new MemberJoined(server, LINUS));
    }

    @Test
    void shouldUnbanNobodyWhoWasNeverBanned() {
      given.account(ALAN);

      given.decide(new UnbanMember(server, ADA, ALAN));
      assertThat(given.events()).isEmpty();
      given.decide(new UnbanMember(server, ADA, LINUS));
      assertThat(given.events()).isEmpty();
    }

    /** Whichever comes first: in the end they are out, and an invitation brought them in or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeOutHoweverManyWaysInAreTriedAtThatMoment(boolean byInvitation) {
      InvitationCode code = given.invitationTo(server, ADA);
      for (int round = 0; round < 50; round++) {
        UserId guest = new UserId(new UUID(7, round));
        given.account(guest);
        List<Command> commands = new ArrayList<>();
        IntStream.range(0, 4)
            .forEach(
                _ ->
                    commands.add(
                        byInvitation
                            ? new AcceptInvitation(code, guest)
                            : new JoinServer(server, guest)));
        commands.add(2, new BanMember(server, ADA, guest, null));

        List<@Nullable DomainError> refusals = given.together(commands);

        assertThat(refusals.get(2)).isNull();
        assertThat(refusals).containsAnyOf(null, new ModerationError.Banned());
        List<Object> caused = given.events();
        long joined = caused.stream().filter(MemberJoined.class::isInstance).count();
        assertThat(joined).isLessThanOrEqualTo(1);
        assertThat(caused.stream().filter(InvitationAccepted.class::isInstance).count())
            .isEqualTo(byInvitation ? joined : 0);
        assertThat(caused).contains(new MemberBanned(server, guest, joined == 1, null, ADA));
        assertThat(given.refusalOf(new JoinServer(server, guest)))
            .isEqualTo(new ModerationError.Banned());
        assertThat(given.refusalOf(new SendMessage(text(), guest, "in?", null)))
            .isEqualTo(new CommonError.NotFound("channel"));
      }
    }
  }

  @Nested
  class WhenAMemberIsTimedOut {

    private static final Duration LASTING = Duration.ofHours(1);
    private static final Instant END = BEGINNING.plus(LASTING);

    @Test
    void shouldLastAsLongAsToldInEitherWay() {
      given.decide(new TimeOutMember(server, ADA, LINUS, null, HOUR, " too loud "));
      assertThat(given.events())
          .containsExactly(new TimeoutImposed(server, LINUS, END, "too loud", ADA));
      given.decide(new TimeOutMember(server, ADA, GRACE, END, null, null));
      assertThat(given.events()).containsExactly(new TimeoutImposed(server, GRACE, END, null, ADA));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 28 * 24 * HOUR + 1, Long.MAX_VALUE})
    void shouldRefuseALengthOutOfBounds(long seconds) {
      assertThat(given.refusalOf(new TimeOutMember(server, ADA, LINUS, null, seconds, null)))
          .isEqualTo(new ModerationError.TimeoutInvalid(28 * 24 * HOUR));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 28 * 24 * HOUR + 1})
    void shouldRefuseAnEndOutOfBounds(long seconds) {
      Instant end = BEGINNING.plusSeconds(seconds);

      assertThat(given.refusalOf(new TimeOutMember(server, ADA, LINUS, end, null, null)))
          .isEqualTo(new ModerationError.TimeoutInvalid(28 * 24 * HOUR));
    }

    @Test
    void shouldRefuseBothAndNone() {
      assertThat(given.refusalOf(new TimeOutMember(server, ADA, LINUS, END, HOUR, null)))
          .isEqualTo(new ModerationError.TimeoutInvalid(28 * 24 * HOUR));
      assertThat(given.refusalOf(new TimeOutMember(server, ADA, LINUS, null, null, null)))
          .isEqualTo(new ModerationError.TimeoutInvalid(28 * 24 * HOUR));
    }

    @Test
    void shouldOnlyReadUntilItEndsByItself() {
      given.decide(new SendMessage(text(), LINUS, "hello", null));
      MessageId said = given.messageOf(LINUS, text());
      given.timedOut(LINUS, server, ADA, LASTING);

      DomainError silent = new CommonError.Forbidden("SEND_MESSAGES");
      assertThat(given.refusalOf(new SendMessage(text(), LINUS, "hello", null))).isEqualTo(silent);
      assertThat(given.refusalOf(new EditMessage(said, LINUS, "hi"))).isEqualTo(silent);
      assertThat(given.refusalOf(new CreateInvitation(server, LINUS, null, null)))
          .isEqualTo(new CommonError.Forbidden("CREATE_INVITE"));
      given.decide(new DeleteMessage(said, LINUS));

      given.later(LASTING.minusMillis(1));
      assertThat(given.refusalOf(new SendMessage(text(), LINUS, "hello", null))).isEqualTo(silent);
      given.later(Duration.ofMillis(1));
      given.decide(new SendMessage(text(), LINUS, "hello", null));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldLoseWhatItsRolesAllow() {
      given.holder(LINUS, server, ADA, given.roleIn(server, ADA));
      moderator(GRACE);
      given.timedOut(GRACE, server, ADA, LASTING);

      assertThat(given.refusalOf(new KickMember(server, GRACE, LINUS, null)))
          .isEqualTo(new CommonError.Forbidden("KICK_MEMBERS"));
      assertThat(given.refusalOf(new LiftTimeout(server, GRACE, GRACE)))
          .isEqualTo(new CommonError.Forbidden("TIMEOUT_MEMBERS"));
    }

    @Test
    void shouldTakeTheNewEndWhenTimedOutAgain() {
      given.timedOut(LINUS, server, ADA, LASTING);

      given.timedOut(LINUS, server, ADA, LASTING.multipliedBy(2));
      given.later(LASTING);
      assertThat(given.refusalOf(new SendMessage(text(), LINUS, "hello", null)))
          .isEqualTo(new CommonError.Forbidden("SEND_MESSAGES"));
      given.decide(new TimeOutMember(server, ADA, LINUS, END.plus(LASTING), null, "again"));
      assertThat(given.events()).as("the end that it had").isEmpty();
    }

    @Test
    void shouldEndWhenLifted() {
      given.timedOut(LINUS, server, ADA, LASTING);

      given.decide(new LiftTimeout(server, ADA, LINUS));
      assertThat(given.events()).containsExactly(new TimeoutLifted(server, LINUS, ADA));
      given.decide(new SendMessage(text(), LINUS, "hello", null));
      given.decide(new LiftTimeout(server, ADA, LINUS));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldNotLiftWhatIsOver() {
      given.timedOut(LINUS, server, ADA, LASTING).later(LASTING);

      given.decide(new LiftTimeout(server, ADA, LINUS));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldNotBeLeftBehindByLeaving() {
      given.timedOut(LINUS, server, ADA, LASTING);
      given.decide(new LeaveServer(server, LINUS));

      given.decide(new JoinServer(server, LINUS));

      assertThat(given.events()).containsExactly(new MemberJoined(server, LINUS, END));
      assertThat(given.refusalOf(new SendMessage(text(), LINUS, "hello", null)))
          .isEqualTo(new CommonError.Forbidden("SEND_MESSAGES"));
      given.later(LASTING).decide(new SendMessage(text(), LINUS, "hello", null));
    }

    @Test
    void shouldNotBeLeftBehindByComingBackByInvitation() {
      InvitationCode code = given.invitationTo(server, ADA);
      given.timedOut(LINUS, server, ADA, LASTING);
      given.decide(new KickMember(server, ADA, LINUS, null));

      given.decide(new AcceptInvitation(code, LINUS));

      assertThat(given.events()).contains(new MemberJoined(server, LINUS, END));
    }

    @Test
    void shouldNotPretendToSilenceAnAdministrator() {
      given.holder(LINUS, server, ADA, given.roleIn(server, ADA, Permission.ADMINISTRATOR));

      assertThat(given.refusalOf(timeOut(ADA, LINUS)))
          .isEqualTo(new ModerationError.Administrator());
    }
  }
}

package io.beep.command.invitation;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.BEGINNING;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.invitation.AcceptMemberInvitation;
import io.beep.coreapi.invitation.DeclineMemberInvitation;
import io.beep.coreapi.invitation.InvitationError;
import io.beep.coreapi.invitation.InvitationSlotFreed;
import io.beep.coreapi.invitation.InvitationSlotTaken;
import io.beep.coreapi.invitation.InviteMember;
import io.beep.coreapi.invitation.MemberInvitationAccepted;
import io.beep.coreapi.invitation.MemberInvitationDeclined;
import io.beep.coreapi.invitation.MemberInvitationRevoked;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.invitation.RevokeMemberInvitation;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.KickMember;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberKicked;
import io.beep.coreapi.server.ModerationError;
import io.beep.coreapi.server.UnbanMember;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.RegisterUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemberInvitationDecisionsTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Instant IN_A_WEEK = BEGINNING.plus(WEEK);
  private static final CommonError NONE = new CommonError.NotFound("invitation");

  private final Decisions given = new Decisions();

  @AfterEach
  void close() {
    given.close();
  }

  @BeforeEach
  void register() {
    given.decide(new RegisterUser(GRACE, "grace", "Grace", "Hopper"));
  }

  private static String slot(UserId user) {
    return "@" + user.value();
  }

  private ServerId asked() {
    ServerId server = given.privateServerOf(ADA).id();
    given.decide(new InviteMember(server, ADA, GRACE));
    return server;
  }

  @Nested
  class WhenSomeoneIsAsked {

    @Test
    void shouldHaveAWeekToAnswerAndCountTowardsTheQuota() {
      ServerId server = asked();

      assertThat(given.events())
          .containsExactly(
              new MemberInvited(server, GRACE, ADA, IN_A_WEEK, 0),
              new InvitationSlotTaken(server, slot(GRACE), IN_A_WEEK));
    }

    @Test
    void shouldComeInOnceAndBeAMember() {
      ServerId server = asked();

      given.decide(new AcceptMemberInvitation(server, GRACE));
      assertThat(given.events())
          .containsExactly(
              new MemberJoined(server, GRACE),
              new MemberInvitationAccepted(server, GRACE),
              new InvitationSlotFreed(server, slot(GRACE)));
      given.decide(new LeaveServer(server, GRACE));
      assertThat(given.refusalOf(new AcceptMemberInvitation(server, GRACE))).isEqualTo(NONE);
    }

    @Test
    void shouldDeclineAndCanBeAskedAgain() {
      ServerId server = asked();

      given.decide(new DeclineMemberInvitation(server, GRACE));
      assertThat(given.events())
          .containsExactly(
              new MemberInvitationDeclined(server, GRACE),
              new InvitationSlotFreed(server, slot(GRACE)));
      given.decide(new DeclineMemberInvitation(server, GRACE));
      assertThat(given.events()).isEmpty();
      assertThat(given.refusalOf(new AcceptMemberInvitation(server, GRACE))).isEqualTo(NONE);
      given.decide(new InviteMember(server, ADA, GRACE));
      assertThat(given.events()).hasSize(2);
    }

    @Test
    void shouldBeAskedByOneAtATime() {
      ServerId server = asked();

      assertThat(given.refusalOf(new InviteMember(server, ADA, GRACE)))
          .isEqualTo(new InvitationError.AlreadyInvited());
      given.later(WEEK);
      assertThat(given.refusalOf(new AcceptMemberInvitation(server, GRACE)))
          .isEqualTo(new InvitationError.Expired());
      given.decide(new InviteMember(server, ADA, GRACE));
      given.decide(new AcceptMemberInvitation(server, GRACE));
    }

    @Test
    void shouldBeAskedNoMore() {
      ServerId server = asked();
      given.decide(new RevokeMemberInvitation(server, ADA, GRACE));

      assertThat(given.events())
          .containsExactly(
              new MemberInvitationRevoked(server, GRACE, ADA),
              new InvitationSlotFreed(server, slot(GRACE)));
      assertThat(given.refusalOf(new AcceptMemberInvitation(server, GRACE))).isEqualTo(NONE);
      given.decide(new RevokeMemberInvitation(server, ADA, GRACE));
      assertThat(given.events()).isEmpty();
    }

    /** What was meant before they came is not meant after they were put out. */
    @Test
    void shouldNotComeBackByAnInvitationOfBefore() {
      ServerId server = given.publicServerOf(ADA).id();
      given.decide(new InviteMember(server, ADA, GRACE));
      given.member(GRACE, server);
      given.decide(new KickMember(server, ADA, GRACE, null));

      assertThat(given.refusalOf(new AcceptMemberInvitation(server, GRACE))).isEqualTo(NONE);
      given.decide(new InviteMember(server, ADA, GRACE));
      given.decide(new AcceptMemberInvitation(server, GRACE));
    }

    @Test
    void shouldNotComeInAtTheWishOfWhoIsBannedButOfAnother() {
      ServerId server = given.publicServerOf(ADA).id();
      given.member(LINUS, server);
      given.decide(new InviteMember(server, LINUS, GRACE));
      given.decide(new BanMember(server, ADA, LINUS, null));

      assertThat(given.refusalOf(new AcceptMemberInvitation(server, GRACE))).isEqualTo(NONE);
      given.decide(new InviteMember(server, ADA, GRACE));
      given.decide(new AcceptMemberInvitation(server, GRACE));
    }

    @Test
    void shouldNotComeInWhenBannedMeanwhileNorWhenTheServerIsGone() {
      ServerId server = asked();
      given.decide(new BanMember(server, ADA, GRACE, null));
      assertThat(given.refusalOf(new AcceptMemberInvitation(server, GRACE))).isEqualTo(NONE);

      ServerId gone = asked();
      given.decide(new DeleteServer(gone, ADA));
      assertThat(given.refusalOf(new AcceptMemberInvitation(gone, GRACE)))
          .isEqualTo(new InvitationError.ServerGone());
    }
  }

  /** Many threads, and a new guest for each round, as chance decides who comes first. */
  @Nested
  class WhenMuchIsAnsweredAtOnce {

    private static final int ROUNDS = 40;
    private static final int HUNDRED = 100;

    private final ServerId server = given.publicServerOf(ADA).id();

    /** The invitation itself takes two events: that it was made, and the place that it takes. */
    private UserId invited(int number) {
      UserId guest = new UserId(new UUID(7, number));
      given.account(guest).decide(new InviteMember(server, ADA, guest));
      return guest;
    }

    private static List<Command> many(int many, Command command) {
      return Collections.nCopies(many, command);
    }

    private static List<Command> mixed(Command one, Command other) {
      List<Command> all = new ArrayList<>(many(6, one));
      all.addAll(many(6, other));
      Collections.shuffle(all, new Random(all.hashCode()));
      return all;
    }

    private long count(Class<?> type) {
      return given.events().stream().filter(type::isInstance).count();
    }

    @Test
    void shouldBeAcceptedOnceOfAHundred() {
      UserId guest = invited(0);

      List<@Nullable DomainError> refusals =
          given.together(many(HUNDRED, new AcceptMemberInvitation(server, guest)));

      assertThat(refusals).filteredOn(Objects::isNull).hasSize(1);
      assertThat(refusals).filteredOn(Objects::nonNull).hasSize(99).containsOnly(NONE);
      assertThat(given.events())
          .containsExactly(
              new MemberJoined(server, guest),
              new MemberInvitationAccepted(server, guest),
              new InvitationSlotFreed(server, slot(guest)));
    }

    @Test
    void shouldBeEitherAcceptedOrRevoked() {
      for (int round = 0; round < ROUNDS; round++) {
        UserId guest = invited(round);
        Command accept = new AcceptMemberInvitation(server, guest);

        given.together(mixed(accept, new RevokeMemberInvitation(server, ADA, guest)));

        long accepted = count(MemberInvitationAccepted.class);
        assertThat(accepted + count(MemberInvitationRevoked.class)).isEqualTo(1);
        assertThat(count(MemberJoined.class)).isEqualTo(accepted);
        assertThat(count(InvitationSlotFreed.class)).isEqualTo(1);
        assertThat(given.refusalOf(accept)).isEqualTo(NONE);
      }
    }

    @Test
    void shouldBeEitherAcceptedOrDeclined() {
      for (int round = 0; round < ROUNDS; round++) {
        UserId guest = invited(round);

        given.together(
            mixed(
                new AcceptMemberInvitation(server, guest),
                new DeclineMemberInvitation(server, guest)));

        long accepted = count(MemberInvitationAccepted.class);
        assertThat(accepted + count(MemberInvitationDeclined.class)).isEqualTo(1);
        assertThat(count(MemberJoined.class)).isEqualTo(accepted);
        assertThat(count(InvitationSlotFreed.class)).isEqualTo(1);
      }
    }

    /** Whichever comes first: in the end they are out, and were in before that or never. */
    @Test
    void shouldNotOutlastABan() {
      for (int round = 0; round < ROUNDS; round++) {
        UserId guest = invited(round);
        Command accept = new AcceptMemberInvitation(server, guest);

        given.together(mixed(accept, new BanMember(server, ADA, guest, null)));

        long joined = count(MemberJoined.class);
        assertThat(joined).isEqualTo(count(MemberInvitationAccepted.class)).isLessThanOrEqualTo(1);
        assertThat(given.events())
            .filteredOn(MemberBanned.class::isInstance)
            .containsExactly(new MemberBanned(server, guest, joined == 1, null, ADA));
        assertThat(given.refusalOf(accept)).isEqualTo(NONE);
        assertThat(given.refusalOf(new JoinServer(server, guest)))
            .isEqualTo(new ModerationError.Banned());
      }
    }

    /** Who came by the open door is not let in again by what was meant before they came. */
    @Test
    void shouldLetSomebodyInOnceWhicheverWayTheyCome() {
      for (int round = 0; round < ROUNDS; round++) {
        UserId guest = invited(round);

        given.together(
            mixed(new AcceptMemberInvitation(server, guest), new JoinServer(server, guest)));

        assertThat(count(MemberJoined.class)).isEqualTo(1);
        given.decide(new KickMember(server, ADA, guest, null));
        assertThat(given.refusalOf(new AcceptMemberInvitation(server, guest))).isEqualTo(NONE);
      }
    }

    /** They come by the open door and are put out, while the invitation of before is accepted. */
    @Test
    void shouldNotBringBackWhoIsPutOutAtThatMoment() {
      for (int round = 0; round < ROUNDS; round++) {
        UserId guest = invited(round);
        given.decide(new JoinServer(server, guest));

        List<@Nullable DomainError> refusals =
            given.together(
                mixed(
                    new AcceptMemberInvitation(server, guest),
                    new KickMember(server, ADA, guest, null)));

        assertThat(refusals).filteredOn(Objects::isNull).hasSize(1);
        assertThat(given.events()).containsExactly(new MemberKicked(server, guest, null, ADA));
      }
    }

    @Test
    void shouldBeAskedOnceHoweverManyAskAtOnce() {
      UserId guest = new UserId(new UUID(7, 0));
      given.account(guest);

      List<@Nullable DomainError> refusals =
          given.together(many(HUNDRED, new InviteMember(server, ADA, guest)));

      assertThat(refusals).filteredOn(Objects::isNull).hasSize(1);
      assertThat(refusals)
          .filteredOn(Objects::nonNull)
          .containsOnly(new InvitationError.AlreadyInvited());
      assertThat(count(MemberInvited.class)).isEqualTo(1);
      assertThat(count(InvitationSlotTaken.class)).isEqualTo(1);
    }
  }

  @Nested
  class WhenNobodyMayBeAsked {

    @Test
    void shouldSayWhy() {
      ServerId server = given.publicServerOf(ADA).id();

      assertThat(given.refusalOf(new InviteMember(server, ADA, null)))
          .isEqualTo(new CommonError.NotFound("user"));
      assertThat(given.refusalOf(new InviteMember(server, ADA, ADA)))
          .isEqualTo(new InvitationError.AlreadyMember());
      given.decide(new BanMember(server, ADA, GRACE, null));
      assertThat(given.refusalOf(new InviteMember(server, ADA, GRACE)))
          .isEqualTo(new InvitationError.Banned());
      given.decide(new UnbanMember(server, ADA, GRACE));
      given.decide(new InviteMember(server, ADA, GRACE));
    }

    @Test
    void shouldSayNothingToWhoMayNotInvite() {
      ServerId open = given.publicServerOf(ADA).id();
      ServerId closed = given.privateServerOf(ADA).id();

      assertThat(given.refusalOf(new InviteMember(open, STRANGER, null)))
          .isEqualTo(new CommonError.Forbidden("CREATE_INVITE"));
      assertThat(given.refusalOf(new InviteMember(closed, STRANGER, null)))
          .isEqualTo(new CommonError.NotFound("server"));
      given.decide(new InviteMember(closed, ADA, GRACE));
      given.decide(new AcceptMemberInvitation(closed, GRACE));
      assertThat(given.refusalOf(new InviteMember(closed, GRACE, STRANGER)))
          .isEqualTo(new CommonError.Forbidden("CREATE_INVITE"));
    }

    @Test
    void shouldLetOnlyTheInviterAndManagersTakeItBack() {
      ServerId server = asked();

      assertThat(given.refusalOf(new RevokeMemberInvitation(server, STRANGER, GRACE)))
          .isEqualTo(new CommonError.NotFound("server"));
      assertThat(given.refusalOf(new RevokeMemberInvitation(server, ADA, STRANGER)))
          .isEqualTo(NONE);
      assertThat(given.refusalOf(new DeclineMemberInvitation(server, STRANGER))).isEqualTo(NONE);
      assertThat(given.refusalOf(new AcceptMemberInvitation(server, STRANGER))).isEqualTo(NONE);
    }
  }
}

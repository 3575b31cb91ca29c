package io.beep.command.moderation;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.BEGINNING;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beep.command.Decisions;
import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.message.EditMessage;
import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.moderation.MemberTrusted;
import io.beep.coreapi.moderation.NewMemberLimitSet;
import io.beep.coreapi.moderation.SafetyError;
import io.beep.coreapi.moderation.TrustMember;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteRole;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.ModerationError;
import io.beep.coreapi.server.RoleError;
import io.beep.coreapi.server.SetRolePermissions;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada owns the server, Grace keeps order, Linus is new. */
class NewMemberDecisionsTest {

  private static final String LINK = "look at https://example.org";

  private final Decisions given = new Decisions();
  private ServerId server;
  private ChannelId channel;

  @BeforeEach
  void found() {
    // When someone joined is told by the event, which has the time of the machine.
    given.later(Duration.between(BEGINNING, Instant.now()));
    CreatedServer founded = given.publicServerOf(ADA);
    server = founded.id();
    channel = founded.channels().getFirst().id();
    given.member(GRACE, server).member(LINUS, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.TIMEOUT_MEMBERS));
  }

  @AfterEach
  void close() {
    given.close();
  }

  private SendMessage say(UserId author, String content) {
    return new SendMessage(channel, author, content, null);
  }

  private void limit(long seconds) {
    given.decide(new LimitNewMembers(server, ADA, seconds));
  }

  private void refusesAsTooNew(Command command, long secondsLeft) {
    assertThat(given.refusalOf(command))
        .isInstanceOfSatisfying(
            SafetyError.TooNew.class,
            refusal -> {
              assertThat(refusal.seconds()).isCloseTo(secondsLeft, within(60L));
              assertThat(refusal.until())
                  .isCloseTo(Instant.now().plusSeconds(3600), within(60, ChronoUnit.SECONDS));
            });
  }

  @Nested
  class WhenTheLimitIsSet {

    @Test
    void shouldBeOneOfAFew() {
      limit(3600);
      assertThat(given.events()).containsExactly(new NewMemberLimitSet(server, 3600, ADA));
      limit(3600);
      assertThat(given.events()).isEmpty();
      assertThat(given.refusalOf(new LimitNewMembers(server, ADA, 17)))
          .isEqualTo(new SafetyError.LimitInvalid());
      assertThat(given.refusalOf(new LimitNewMembers(server, GRACE, 0)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
    }
  }

  @Nested
  class WhenAMemberIsNew {

    @BeforeEach
    void limited() {
      limit(3600);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {LINK, "WWW.example.org", "[x](javascript:x)", "@everyone hello", "so @Here"})
    void shouldPostNoLinksAndCallNobody(String content) {
      given.later(Duration.ofSeconds(100));
      refusesAsTooNew(say(LINUS, content), 3500);
    }

    /** What the app makes a link of, or shows as a call of everyone, however it is written. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "<https:evil.example>",
          "[gift]\n\n[gift]: https:evil.example",
          "[gift][1]\n\n[1]: <ht\ttps:evil.example>",
          "![gift](HTTP:evil.example)",
          "[gift][1]\n\n[1]: ht&Tab;tps:evil.example",
          "https&colon;//evil.example",
          "https&#58;&#x2F;/evil.example",
          "h&#116;tps:/evil.example",
          "www\\.evil.example",
          "(www&period;evil.example)",
          "so www\u200b.evil.example",
          "a\ufeffwww.evil.example",
          "write to ada@evil.example",
          "ada&commat;evil.example",
          "ada\\@evil.example",
          "<mail\tto:ada>",
          "@&#101;veryone",
          "\\@everyone",
          "&commat;here",
          "@every\u200bone",
          "@everyone.",
          "@HERE-",
          "@ada @bob @cy @dan"
        })
    void shouldPostNoneHoweverItIsWritten(String content) {
      refusesAsTooNew(say(LINUS, content), 3600);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "awww. so sweet",
          "I am here @ home",
          "@heretic said so",
          "at 10:30, see you",
          "ratio 3:4 & more; R&D",
          "&amp;#58; is how one writes it",
          "hello@all",
          "@ada @bob @cy! @ADA @bob. @c",
          "it is 5 < 6 and *true*"
        })
    void shouldSayWhatIsNone(String content) {
      given.decide(say(LINUS, content));
      assertThat(given.events()).isNotEmpty();
    }

    @Test
    void shouldNotEditThemInEither() {
      MessageId message = given.messageOf(LINUS, channel);
      refusesAsTooNew(new EditMessage(message, LINUS, LINK), 3600);
      given.decide(new EditMessage(message, LINUS, "other words"));
    }

    @Test
    void shouldWriteSlowly() {
      given.decide(say(LINUS, "one"));
      assertThat(given.refusalOf(say(LINUS, "two"))).isEqualTo(new MessageError.SlowMode(10));
      given.later(Duration.ofSeconds(10));
      given.decide(say(LINUS, "two"));
      given.later(Duration.ofHours(2));
      given.decide(say(LINUS, "three"));
      given.decide(say(LINUS, "four"));
    }

    @Test
    void shouldBeNewNoMoreAfterTheTime() {
      given.later(Duration.ofHours(2));
      given.decide(say(LINUS, LINK));
    }

    @Test
    void shouldBeFreeWhenItIsSwitchedOff() {
      limit(0);
      given.decide(say(LINUS, LINK));
      given.decide(say(LINUS, LINK));
    }

    @Test
    void shouldNotBeWhoOwnsItOrHasARole() {
      given.decide(say(ADA, LINK));
      given.decide(say(GRACE, LINK));
    }

    @Test
    void shouldBeWhoHasOnlyARoleThatIsDeleted() {
      RoleId role = given.roleIn(server, ADA);
      given.holder(LINUS, server, ADA, role);
      given.decide(say(LINUS, LINK));

      given.decide(new DeleteRole(server, ADA, role));

      refusesAsTooNew(say(LINUS, LINK), 3600);
    }
  }

  @Nested
  class WhenAnAccountIsNew {

    private final UserId fresh =
        new UserId(new UuidV7Generator(Clock.systemUTC(), new Random(1)).next());

    private Command link(ServerId where, ChannelId in) {
      given.decide(new JoinServer(where, fresh));
      return new SendMessage(in, fresh, LINK, null);
    }

    @Test
    void shouldPostNoLinksInAPublicServerForTenMinutesButNeedNotWait() {
      Command link = link(server, channel);
      given.decide(say(fresh, "one"));
      given.decide(say(fresh, "two"));

      assertThat(given.refusalOf(link))
          .isInstanceOfSatisfying(
              SafetyError.TooNew.class,
              refusal -> assertThat(refusal.seconds()).isCloseTo(600, within(60L)));
      given.later(Duration.ofMinutes(10));
      given.decide(link);
    }

    @Test
    void shouldBeFreeWhenTrustedOrGivenARole() {
      Command link = link(server, channel);
      given.decide(new TrustMember(server, GRACE, fresh));
      given.decide(link);

      CreatedServer other = given.publicServerOf(ADA);
      Command elsewhere = link(other.id(), other.channels().getFirst().id());
      assertThat(given.refusalOf(elsewhere)).isInstanceOf(SafetyError.TooNew.class);
      given.holder(fresh, other.id(), ADA, given.roleIn(other.id(), ADA, Permission.SPEAK));
      given.decide(elsewhere);
    }

    /** Somebody let them in there. */
    @Test
    void shouldBeFreeInAPrivateServer() {
      CreatedServer secret = given.privateServerOf(ADA);
      given.decide(new AcceptInvitation(given.invitationTo(secret.id(), ADA), fresh));

      given.decide(new SendMessage(secret.channels().getFirst().id(), fresh, LINK, null));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldBeFreeInItsOwnServer() {
      CreatedServer own = given.publicServerOf(fresh);
      given.decide(new SendMessage(own.channels().getFirst().id(), fresh, LINK, null));
      assertThat(given.events()).hasSize(1);
    }
  }

  @Nested
  class WhenANewMemberIsTrusted {

    @Test
    void shouldBeFreeFromTheNextCommandOnUntilTheyLeave() {
      limit(3600);
      given.decide(new TrustMember(server, GRACE, LINUS));
      assertThat(given.events()).containsExactly(new MemberTrusted(server, LINUS, GRACE));
      given.decide(new TrustMember(server, GRACE, LINUS));
      assertThat(given.events()).isEmpty();
      given.decide(say(LINUS, LINK));

      given.decide(new LeaveServer(server, LINUS));
      given.decide(new JoinServer(server, LINUS));
      assertThat(given.refusalOf(say(LINUS, LINK))).isInstanceOf(SafetyError.TooNew.class);
      given.decide(new TrustMember(server, GRACE, LINUS));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldBeByWhoMayTimeOutAndOfAMember() {
      assertThat(given.refusalOf(new TrustMember(server, LINUS, LINUS)))
          .isEqualTo(new CommonError.Forbidden("TIMEOUT_MEMBERS"));
      assertThat(given.refusalOf(new TrustMember(server, GRACE, STRANGER)))
          .isEqualTo(new CommonError.NotFound("membership"));
    }

    /** Everyone may time out here, so that those without a role stand beside each other. */
    @Test
    void shouldNotBeByThemselvesNorByWhoStandsBesideThem() {
      limit(3600);
      given.decide(
          new SetRolePermissions(
              server,
              ADA,
              RoleId.everyone(server),
              PermissionSet.of(
                  Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.TIMEOUT_MEMBERS)));
      given.member(STRANGER, server);

      assertThat(given.refusalOf(new TrustMember(server, LINUS, LINUS)))
          .isEqualTo(new ModerationError.Oneself());
      assertThat(given.refusalOf(new TrustMember(server, LINUS, STRANGER)))
          .isEqualTo(new RoleError.NotBeneath());
      assertThat(given.refusalOf(say(LINUS, LINK))).isInstanceOf(SafetyError.TooNew.class);
      given.decide(new TrustMember(server, GRACE, LINUS));
      given.decide(new TrustMember(server, ADA, STRANGER));
      given.decide(say(LINUS, LINK));
    }

    @Test
    void shouldNotBeByWhoStandsBeneathThemNorOfTheOwner() {
      given.member(STRANGER, server);
      given.holder(STRANGER, server, ADA, given.roleIn(server, ADA, Permission.TIMEOUT_MEMBERS));

      assertThat(given.refusalOf(new TrustMember(server, STRANGER, GRACE)))
          .isEqualTo(new RoleError.NotBeneath());
      assertThat(given.refusalOf(new TrustMember(server, GRACE, ADA)))
          .isEqualTo(new RoleError.NotBeneath());
      given.decide(new TrustMember(server, GRACE, STRANGER));
      assertThat(given.events()).containsExactly(new MemberTrusted(server, STRANGER, GRACE));
    }

    @Test
    void shouldNotBeByWhoIsTimedOut() {
      given.timedOut(GRACE, server, ADA, Duration.ofHours(1));

      assertThat(given.refusalOf(new TrustMember(server, GRACE, LINUS)))
          .isEqualTo(new CommonError.Forbidden("TIMEOUT_MEMBERS"));
    }
  }
}

package io.beep.command.moderation;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.message.DeleteMessage;
import io.beep.coreapi.message.EditMessage;
import io.beep.coreapi.moderation.ReopenReport;
import io.beep.coreapi.moderation.ReportCategory;
import io.beep.coreapi.moderation.ReportError;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.ReportId;
import io.beep.coreapi.moderation.ReportMember;
import io.beep.coreapi.moderation.ReportMessage;
import io.beep.coreapi.moderation.ReportOutcome;
import io.beep.coreapi.moderation.ReportReopened;
import io.beep.coreapi.moderation.ReportResolved;
import io.beep.coreapi.moderation.ResolveReport;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Ada owns the server, Grace keeps order, Linus wrote what the others complain of. */
class ReportDecisionsTest {

  private final Decisions given = new Decisions();
  private ServerId server;
  private ChannelId channel;
  private MessageId message;
  private ReportId report;

  @BeforeEach
  void found() {
    CreatedServer founded = given.publicServerOf(ADA);
    server = founded.id();
    channel = founded.channels().getFirst().id();
    given.member(GRACE, server).member(LINUS, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_MESSAGES));
    message = given.messageOf(LINUS, channel);
    report = ReportId.of(message);
  }

  @AfterEach
  void close() {
    given.close();
  }

  private ReportFiled filed(UserId reporter, long version, String text) {
    return new ReportFiled(
        server, "message", message.value(), LINUS, channel, version, reporter, "spam", text);
  }

  private static ReportMessage complaint(MessageId message, UserId by, String text) {
    return new ReportMessage(message, by, ReportCategory.SPAM, text);
  }

  private static UserId guest(int number) {
    return new UserId(new UUID(9, number));
  }

  @Nested
  class WhenAMessageIsReported {

    @Test
    void shouldNameItsVersionAndNotRepeatIt() {
      given.decide(complaint(message, ADA, "  buy this  "));
      assertThat(given.events()).containsExactly(filed(ADA, 0, "buy this"));

      given.decide(new EditMessage(message, LINUS, "other words"));
      given.decide(complaint(message, GRACE, "and now this"));
      assertThat(given.events()).containsExactly(filed(GRACE, 1, "and now this"));
    }

    @Test
    void shouldCountOneOpenReportOfEach() {
      given.decide(complaint(message, ADA, "first"));
      given.decide(complaint(message, ADA, "once more"));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldNotBeSeenByWhoDoesNotSeeIt() {
      assertThat(given.refusalOf(complaint(message, STRANGER, "x")))
          .isEqualTo(new CommonError.NotFound("message"));
      assertThat(given.refusalOf(complaint(new MessageId(new UUID(5, 5)), ADA, "x")))
          .isEqualTo(new CommonError.NotFound("message"));
      given.decide(new DeleteMessage(message, LINUS));
      assertThat(given.refusalOf(complaint(message, ADA, "x")))
          .isEqualTo(new CommonError.NotFound("message"));
    }

    @Test
    void shouldBeAboutSomebodyElse() {
      assertThat(given.refusalOf(complaint(message, LINUS, "x")))
          .isEqualTo(new ReportError.Oneself());
    }

    @Test
    void shouldBeShort() {
      assertThat(given.refusalOf(complaint(message, ADA, "x".repeat(1001))))
          .isEqualTo(new ReportError.TextTooLong(1000));
    }

    @Test
    void shouldStopCountingWhenThereAreMoreThanAnyoneReads() {
      for (int i = 0; i < Quotas.REPORTS_OF_ONE; i++) {
        given.decide(new JoinServer(server, guest(i)));
        given.decide(complaint(message, guest(i), "x"));
      }
      assertThat(given.events()).hasSize(1);
      given.decide(complaint(message, ADA, "x"));
      assertThat(given.events()).isEmpty();
    }
  }

  @Nested
  class WhenAMemberIsReported {

    @Test
    void shouldBeFiled() {
      given.decide(new ReportMember(server, GRACE, LINUS, ReportCategory.HARASSMENT, null));
      assertThat(given.events())
          .containsExactly(
              new ReportFiled(
                  server, "member", LINUS.value(), LINUS, null, null, GRACE, "harassment", null));
    }

    @Test
    void shouldBeAboutAndByMembers() {
      assertThat(
              given.refusalOf(
                  new ReportMember(server, STRANGER, LINUS, ReportCategory.OTHER, null)))
          .isEqualTo(new CommonError.Forbidden("VIEW_CHANNEL"));
      assertThat(
              given.refusalOf(new ReportMember(server, ADA, STRANGER, ReportCategory.OTHER, null)))
          .isEqualTo(new CommonError.NotFound("membership"));
      ServerId secret = given.privateServerOf(ADA).id();
      assertThat(given.refusalOf(new ReportMember(secret, LINUS, ADA, ReportCategory.OTHER, null)))
          .isEqualTo(new CommonError.NotFound("server"));
    }
  }

  @Nested
  class WhenItIsResolved {

    private ResolveReport resolve(UserId by, @Nullable String note) {
      return new ResolveReport(server, by, report, ReportOutcome.ACTED, note);
    }

    @BeforeEach
    void file() {
      given.decide(complaint(message, ADA, "x"));
    }

    @Test
    void shouldBeDoneWithAndOpenAnew() {
      given.decide(resolve(GRACE, " deleted "));
      assertThat(given.events())
          .containsExactly(
              new ReportResolved(
                  server, "message", message.value(), LINUS, channel, "acted", "deleted", GRACE));
      given.decide(resolve(GRACE, "again"));
      assertThat(given.events()).isEmpty();
      given.decide(complaint(message, ADA, "and again"));
      assertThat(given.events()).containsExactly(filed(ADA, 0, "and again"));
    }

    @Test
    void shouldBeReopenedOnce() {
      given.decide(resolve(GRACE, null));
      given.decide(new ReopenReport(server, GRACE, report));
      assertThat(given.events())
          .containsExactly(
              new ReportReopened(server, "message", message.value(), LINUS, channel, GRACE));
      given.decide(new ReopenReport(server, GRACE, report));
      assertThat(given.events()).isEmpty();
      given.decide(complaint(message, ADA, "still waiting"));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldBeForWhoKeepsOrderAndSeesIt() {
      assertThat(given.refusalOf(resolve(LINUS, null)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_MESSAGES"));
      assertThat(given.refusalOf(new ReopenReport(server, LINUS, report)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_MESSAGES"));
      given.decide(
          new SetChannelOverwrite(
              channel,
              ADA,
              GRACE.value(),
              PermissionSet.NONE,
              PermissionSet.of(Permission.VIEW_CHANNEL)));
      assertThat(given.refusalOf(resolve(GRACE, null)))
          .isEqualTo(new CommonError.NotFound("report"));
    }

    @Test
    void shouldNotBeByWhoIsAccusedUnlessTheyOwnTheServer() {
      given.decide(new ReportMember(server, LINUS, GRACE, ReportCategory.OTHER, null));
      assertThat(
              given.refusalOf(
                  new ResolveReport(
                      server, GRACE, ReportId.of(GRACE), ReportOutcome.DISMISSED, null)))
          .isEqualTo(new ReportError.Oneself());
      given.decide(new ReportMember(server, LINUS, ADA, ReportCategory.OTHER, null));
      given.decide(new ResolveReport(server, ADA, ReportId.of(ADA), ReportOutcome.DISMISSED, null));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldHaveAShortNoteAndAServer() {
      assertThat(given.refusalOf(resolve(GRACE, "x".repeat(513))))
          .isEqualTo(new ReportError.NoteTooLong(512));
      given.decide(new DeleteServer(server, ADA));
      assertThat(given.refusalOf(resolve(ADA, null))).isEqualTo(new CommonError.NotFound("server"));
    }
  }
}

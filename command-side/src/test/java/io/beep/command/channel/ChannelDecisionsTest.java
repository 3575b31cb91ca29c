package io.beep.command.channel;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.ChannelUnlisted;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.channel.SetChannelTopic;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelDecisionsTest {

  private static final Instant IN_A_WEEK = Decisions.BEGINNING.plus(Duration.ofDays(7));

  private final Decisions given = new Decisions();

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void shouldCreateAChannelForWhoMayManageThem() {
    var server = given.publicServerOf(ADA).id();

    ChannelId id =
        given.when(
            new CreateChannel(server, ADA, "news", ChannelType.TEXT, null, false), ChannelId.class);

    assertThat(given.events())
        .containsExactly(
            new ChannelListed(id, server, null),
            new ChannelCreated(id, server, "news", "text", null, false, ADA));
  }

  @Test
  void shouldForbidItToAMember() {
    var server = given.publicServerOf(ADA).id();
    given.member(GRACE, server);

    assertThat(
            given.refusalOf(
                new CreateChannel(server, GRACE, "news", ChannelType.TEXT, null, false)))
        .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
  }

  @Test
  void shouldPutAChannelIntoAFolderOfTheSameServerOnly() {
    var server = given.publicServerOf(ADA);
    ChannelId folder =
        given.when(
            new CreateChannel(server.id(), ADA, "club", ChannelType.FOLDER, null, false),
            ChannelId.class);

    given.decide(new CreateChannel(server.id(), ADA, "chess", ChannelType.TEXT, folder, false));
    assertThat(given.events()).hasSize(2);
    assertThat(
            given.refusalOf(
                new CreateChannel(
                    server.id(),
                    ADA,
                    "go",
                    ChannelType.TEXT,
                    server.channels().getFirst().id(),
                    false)))
        .isEqualTo(new ChannelError.ParentInvalid());
    var other = given.publicServerOf(ADA).id();
    assertThat(
            given.refusalOf(new CreateChannel(other, ADA, "go", ChannelType.TEXT, folder, false)))
        .isEqualTo(new ChannelError.ParentInvalid());
  }

  @Test
  void shouldNotTellAHiddenFolderFromNone() {
    var server = given.publicServerOf(ADA).id();
    given.member(GRACE, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_CHANNELS));
    ChannelId hidden =
        given.when(
            new CreateChannel(server, ADA, "staff", ChannelType.FOLDER, null, true),
            ChannelId.class);

    assertThat(
            given.refusalOf(
                new CreateChannel(server, GRACE, "mine", ChannelType.TEXT, hidden, false)))
        .isEqualTo(new ChannelError.ParentInvalid());
    assertThat(
            given.refusalOf(
                new CreateChannel(
                    server, GRACE, "mine", ChannelType.TEXT, new ChannelId(new UUID(9, 9)), false)))
        .isEqualTo(new ChannelError.ParentInvalid());
  }

  @Test
  void shouldMakeNoneInAFolderWhereItIsDenied() {
    var server = given.publicServerOf(ADA).id();
    given.member(GRACE, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_CHANNELS));
    ChannelId folder =
        given.when(
            new CreateChannel(server, ADA, "club", ChannelType.FOLDER, null, false),
            ChannelId.class);
    given.decide(new CreateChannel(server, GRACE, "mine", ChannelType.TEXT, folder, false));
    given.decide(
        new SetChannelOverwrite(
            folder,
            ADA,
            GRACE.value(),
            PermissionSet.NONE,
            PermissionSet.of(Permission.MANAGE_CHANNELS)));

    assertThat(
            given.refusalOf(
                new CreateChannel(server, GRACE, "mine", ChannelType.TEXT, folder, false)))
        .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
  }

  @Test
  void shouldLetTheMakerOfAPrivateChannelIn() {
    var server = given.publicServerOf(ADA).id();
    given.member(GRACE, server).member(LINUS, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_CHANNELS));

    ChannelId club =
        given.when(
            new CreateChannel(server, GRACE, "club", ChannelType.TEXT, null, true),
            ChannelId.class);

    assertThat(given.events())
        .containsExactly(
            new ChannelListed(club, server, null),
            new ChannelCreated(club, server, "club", "text", null, true, GRACE),
            new ChannelOverwriteSet(
                club, server, "member", GRACE.value(), List.of("VIEW_CHANNEL"), List.of(), GRACE));
    given.decide(new SendMessage(club, GRACE, "mine", null));
    given.decide(new RenameChannel(club, GRACE, "ours"));
    assertThat(given.refusalOf(new SendMessage(club, LINUS, "hi", null)))
        .isEqualTo(new CommonError.NotFound("channel"));
  }

  @Test
  void shouldSayNothingOfAMakerWhoSeesEverything() {
    var server = given.publicServerOf(ADA).id();
    given.member(GRACE, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.ADMINISTRATOR));

    given.decide(new CreateChannel(server, GRACE, "club", ChannelType.TEXT, null, true));
    assertThat(given.events()).hasSize(2);
    given.decide(new CreateChannel(server, ADA, "club", ChannelType.TEXT, null, true));
    assertThat(given.events()).hasSize(2);
  }

  @Test
  void shouldHideAPrivateChannelFromMembers() {
    var server = given.publicServerOf(ADA).id();
    given.member(GRACE, server);
    ChannelId staff = given.privateChannelIn(server, ADA);

    assertThat(given.refusalOf(new RenameChannel(staff, GRACE, "ours")))
        .isEqualTo(new CommonError.NotFound("channel"));
  }

  @Test
  void shouldHideEveryChannelFromStrangers() {
    var channel = given.publicServerOf(ADA).channels().getFirst().id();

    assertThat(given.refusalOf(new SetChannelTopic(channel, STRANGER, "ours")))
        .isEqualTo(new CommonError.NotFound("channel"));
  }

  @Test
  void shouldNotFindADeletedChannel() {
    var server = given.publicServerOf(ADA);
    var channel = server.channels().getFirst().id();

    given.decide(new DeleteChannel(channel, ADA));
    assertThat(given.events())
        .containsExactly(
            new ChannelUnlisted(channel, server.id()),
            new ChannelDeleted(channel, server.id(), ADA, IN_A_WEEK));
    assertThat(given.refusalOf(new RenameChannel(channel, ADA, "again")))
        .isInstanceOf(CommonError.NotFound.class);
  }

  @Test
  void shouldHideWhatIsInAHiddenFolder() {
    var server = given.publicServerOf(ADA).id();
    given.member(GRACE, server);
    ChannelId folder =
        given.when(
            new CreateChannel(server, ADA, "staff", ChannelType.FOLDER, null, true),
            ChannelId.class);
    ChannelId inside =
        given.when(
            new CreateChannel(server, ADA, "plans", ChannelType.TEXT, folder, false),
            ChannelId.class);

    assertThat(given.refusalOf(new SendMessage(inside, GRACE, "hi", null)))
        .isEqualTo(new CommonError.NotFound("channel"));
    given.decide(new SendMessage(inside, ADA, "hi", null));
    assertThat(given.events()).hasSize(1);
  }

  @Test
  void shouldNotFindAChannelWhoseFolderIsGone() {
    var server = given.publicServerOf(ADA).id();
    ChannelId folder =
        given.when(
            new CreateChannel(server, ADA, "club", ChannelType.FOLDER, null, false),
            ChannelId.class);
    ChannelId inside =
        given.when(
            new CreateChannel(server, ADA, "chess", ChannelType.TEXT, folder, false),
            ChannelId.class);

    given.decide(new DeleteChannel(folder, ADA));

    assertThat(given.refusalOf(new SendMessage(inside, ADA, "hi", null)))
        .isEqualTo(new CommonError.NotFound("channel"));
  }
}

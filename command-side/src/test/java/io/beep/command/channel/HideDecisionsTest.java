package io.beep.command.channel;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelOverwriteRemoved;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.ChannelUnsynced;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.EditChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HideDecisionsTest {

  private final Decisions given = new Decisions();
  private final ServerId server = given.publicServerOf(ADA).id();
  private final ChannelId news =
      given.when(
          new CreateChannel(server, ADA, "news", ChannelType.TEXT, null, false), ChannelId.class);

  @AfterEach
  void close() {
    given.close();
  }

  private static EditChannel hiding(ChannelId channel, UserId actor) {
    return new EditChannel(channel, actor, null, null, null, true);
  }

  private static EditChannel showing(ChannelId channel, UserId actor) {
    return new EditChannel(channel, actor, null, null, null, false);
  }

  @Test
  void shouldHideAndShowAgainWithoutATrace() {
    given.member(GRACE, server);

    given.decide(hiding(news, ADA));
    assertThat(given.events())
        .containsExactly(
            new ChannelOverwriteSet(
                news, server, "role", server.value(), List.of(), List.of("VIEW_CHANNEL"), ADA));
    assertThat(given.refusalOf(new SendMessage(news, GRACE, "hi", null)))
        .isEqualTo(new CommonError.NotFound("channel"));

    given.decide(showing(news, ADA));
    assertThat(given.events())
        .containsExactly(new ChannelOverwriteRemoved(news, server, "role", server.value(), ADA));
    given.decide(new SendMessage(news, GRACE, "hi", null));
  }

  @Test
  void shouldLeaveTheRestOfTheOverwriteAlone() {
    given.decide(
        new SetChannelOverwrite(
            news,
            ADA,
            RoleId.everyone(server).value(),
            PermissionSet.of(Permission.SPEAK),
            PermissionSet.of(Permission.VIDEO)));

    given.decide(hiding(news, ADA));
    given.decide(showing(news, ADA));

    assertThat(given.events())
        .containsExactly(
            new ChannelOverwriteSet(
                news, server, "role", server.value(), List.of("SPEAK"), List.of("VIDEO"), ADA));
  }

  @Test
  void shouldChangeNothingWhenItIsSoAlready() {
    given.decide(showing(news, ADA));
    assertThat(given.events()).isEmpty();
    given.decide(hiding(news, ADA));
    given.decide(hiding(news, ADA));
    assertThat(given.events()).isEmpty();
  }

  @Test
  void shouldPartFromItsFolder() {
    ChannelId folder =
        given.when(
            new CreateChannel(server, ADA, "club", ChannelType.FOLDER, null, true),
            ChannelId.class);
    ChannelId inside =
        given.when(
            new CreateChannel(server, ADA, "go", ChannelType.TEXT, folder, false), ChannelId.class);
    given.member(GRACE, server);

    given.decide(showing(inside, ADA));

    assertThat(given.events()).last().isEqualTo(new ChannelUnsynced(inside, server, ADA));
    given.decide(new SendMessage(inside, GRACE, "hi", null));
  }

  private RoleId keeping() {
    return given.roleIn(server, ADA, Permission.MANAGE_CHANNELS, Permission.MANAGE_ROLES);
  }

  /** First the one who hides it is let in, so that at no moment they do not see it. */
  @Test
  void shouldNotHideItFromWhoHidesIt() {
    given.member(GRACE, server);
    given.holder(GRACE, server, ADA, keeping());

    given.decide(hiding(news, GRACE));

    assertThat(given.events())
        .containsExactly(
            new ChannelOverwriteSet(
                news, server, "member", GRACE.value(), List.of("VIEW_CHANNEL"), List.of(), GRACE),
            new ChannelOverwriteSet(
                news, server, "role", server.value(), List.of(), List.of("VIEW_CHANNEL"), GRACE));
    given.decide(new SendMessage(news, GRACE, "mine", null));
    given.decide(showing(news, GRACE));
    given.decide(hiding(news, GRACE));
    assertThat(given.events()).as("is let in already").hasSize(1);
  }

  @Test
  void shouldKeepWhatTheOneWhoHidesItMayDoAndWhatNot() {
    given.member(GRACE, server);
    given.holder(GRACE, server, ADA, keeping());
    given.decide(
        new SetChannelOverwrite(
            news,
            ADA,
            GRACE.value(),
            PermissionSet.of(Permission.PIN_MESSAGES),
            PermissionSet.of(Permission.SPEAK)));

    given.decide(hiding(news, GRACE));

    assertThat(given.events())
        .contains(
            new ChannelOverwriteSet(
                news,
                server,
                "member",
                GRACE.value(),
                List.of("VIEW_CHANNEL", "PIN_MESSAGES"),
                List.of("SPEAK"),
                GRACE));
  }

  @Test
  void shouldLetInWhoPartsItFromItsFolderByHidingIt() {
    given.member(GRACE, server);
    given.holder(GRACE, server, ADA, keeping());
    ChannelId folder =
        given.when(
            new CreateChannel(server, ADA, "club", ChannelType.FOLDER, null, false),
            ChannelId.class);
    ChannelId inside =
        given.when(
            new CreateChannel(server, ADA, "go", ChannelType.TEXT, folder, false), ChannelId.class);

    given.decide(hiding(inside, GRACE));

    assertThat(given.events()).hasSize(3).last().isInstanceOf(ChannelUnsynced.class);
    given.decide(new SendMessage(inside, GRACE, "mine", null));
  }

  @Test
  void shouldNeedThePermission() {
    given.member(GRACE, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_CHANNELS));

    assertThat(given.refusalOf(hiding(news, GRACE)))
        .isEqualTo(new CommonError.Forbidden("MANAGE_ROLES"));
    assertThat(given.refusalOf(showing(news, GRACE)))
        .isEqualTo(new CommonError.Forbidden("MANAGE_ROLES"));
  }
}

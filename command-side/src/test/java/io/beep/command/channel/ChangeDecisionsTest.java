package io.beep.command.channel;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.EditChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several things of a channel that are changed at once. */
class ChangeDecisionsTest {

  private final Decisions given = new Decisions();
  private final ServerId server = given.publicServerOf(ADA).id();
  private final ChannelId news =
      given.when(
          new CreateChannel(server, ADA, "news", ChannelType.TEXT, null, false), ChannelId.class);

  @AfterEach
  void close() {
    given.close();
  }

  private void graceHas(Permission... permissions) {
    given.member(GRACE, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, permissions));
  }

  @Test
  void shouldChangeAllOfItAndNothingTwice() {
    EditChannel wish = new EditChannel(news, ADA, "old", new NewText("what was"), 30, true);

    given.decide(wish);
    assertThat(given.events())
        .containsExactlyInAnyOrder(
            new ChannelRenamed(news, server, "old", ADA),
            new ChannelTopicSet(news, server, "what was", ADA),
            new ChannelSlowModeSet(news, server, 30, ADA),
            new ChannelOverwriteSet(
                news, server, "role", server.value(), List.of(), List.of("VIEW_CHANNEL"), ADA));
    given.decide(wish);
    assertThat(given.events()).isEmpty();
  }

  @Test
  void shouldLeaveWhatIsNotNamed() {
    given.decide(new EditChannel(news, ADA, "old", new NewText("what was"), 30, null));

    given.decide(new EditChannel(news, ADA, null, new NewText(null), null, null));
    assertThat(given.events()).containsExactly(new ChannelTopicSet(news, server, null, ADA));
    given.decide(new EditChannel(news, ADA, null, null, 0, null));
    assertThat(given.events()).containsExactly(new ChannelSlowModeSet(news, server, 0, ADA));
    given.decide(new EditChannel(news, ADA, "new", null, null, null));
    assertThat(given.events()).containsExactly(new ChannelRenamed(news, server, "new", ADA));
  }

  @Test
  void shouldChangeNothingWhenOneIsRefused() {
    assertThat(
            given.refusalOf(
                new EditChannel(news, ADA, "old", new NewText("x".repeat(10_000)), 30, true)))
        .isInstanceOf(ChannelError.TopicTooLong.class);
    assertThat(given.refusalOf(new EditChannel(news, ADA, "old", null, 100_000, true)))
        .isInstanceOf(ChannelError.SlowModeInvalid.class);
    assertThat(given.everything())
        .doesNotHaveAnyElementsOfTypes(ChannelRenamed.class, ChannelOverwriteSet.class);
  }

  @Test
  void shouldNeedWhatEachThingNeeds() {
    graceHas(Permission.MANAGE_CHANNELS);

    assertThat(given.refusalOf(new EditChannel(news, GRACE, "old", null, null, true)))
        .isEqualTo(new CommonError.Forbidden("MANAGE_ROLES"));
    given.decide(new EditChannel(news, GRACE, "old", null, null, null));
    assertThat(given.events()).containsExactly(new ChannelRenamed(news, server, "old", GRACE));
  }

  @Test
  void shouldNeedNothingElseToHideIt() {
    graceHas(Permission.MANAGE_ROLES);

    assertThat(given.refusalOf(new EditChannel(news, GRACE, "old", null, null, true)))
        .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
    given.decide(new EditChannel(news, GRACE, null, null, null, true));
    assertThat(given.events()).hasOnlyElementsOfType(ChannelOverwriteSet.class);
  }

  @Test
  void shouldNotFindWhatIsHiddenOrGone() {
    given.decide(new EditChannel(news, ADA, null, null, null, true));
    assertThat(given.refusalOf(new EditChannel(news, STRANGER, "mine", null, null, null)))
        .isEqualTo(new CommonError.NotFound("channel"));

    given.decide(new DeleteChannel(news, ADA));
    for (EditChannel late :
        List.of(
            new EditChannel(news, ADA, "late", null, null, null),
            new EditChannel(news, ADA, null, null, null, false))) {
      assertThat(given.refusalOf(late)).isEqualTo(new CommonError.NotFound("channel"));
    }
  }
}

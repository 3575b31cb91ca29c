package io.beep.command.channel;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.channel.ChannelPlaced;
import io.beep.coreapi.channel.ChannelRelisted;
import io.beep.coreapi.channel.ChannelRestored;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.FinishChannelDeletion;
import io.beep.coreapi.channel.MoveChannel;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.RestoreChannel;
import io.beep.coreapi.channel.SetChannelOverwrite;
import io.beep.coreapi.channel.SetChannelSlowMode;
import io.beep.coreapi.channel.SetChannelTopic;
import io.beep.coreapi.message.EditMessage;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChannelRestorationTest {

  private static final Duration GRACE_TIME = Duration.ofDays(7);

  private final Decisions given = new Decisions();
  private ServerId server;
  private ChannelId general;

  @BeforeEach
  void found() {
    var founded = given.publicServerOf(ADA);
    server = founded.id();
    general = founded.channels().getFirst().id();
    given.member(GRACE, server);
  }

  @AfterEach
  void close() {
    given.close();
  }

  private ChannelId channel(ChannelType type, @Nullable ChannelId folder) {
    return given.when(new CreateChannel(server, ADA, "news", type, folder, false), ChannelId.class);
  }

  private List<ChannelId> restored() {
    return given.events().stream()
        .filter(ChannelRestored.class::isInstance)
        .map(event -> ((ChannelRestored) event).channelId())
        .toList();
  }

  private ChannelRestored restore(ChannelId channel) {
    given.decide(new RestoreChannel(channel, ADA));
    return given.events().stream()
        .filter(ChannelRestored.class::isInstance)
        .map(ChannelRestored.class::cast)
        .filter(event -> event.channelId().equals(channel))
        .findAny()
        .orElseThrow();
  }

  @Nested
  class WhenAChannelIsRestored {

    @Test
    void shouldSayAllThatItWas() {
      RoleId role = given.roleIn(server, ADA);
      given.later(Duration.ofHours(1));
      ChannelId news = channel(ChannelType.TEXT, null);
      given.decide(new RenameChannel(news, ADA, "olds"));
      given.decide(new SetChannelTopic(news, ADA, "what is old"));
      given.decide(new SetChannelSlowMode(news, ADA, 30));
      given.decide(new MoveChannel(news, ADA, null, null, false));
      given.decide(
          new SetChannelOverwrite(
              news,
              ADA,
              role.value(),
              PermissionSet.of(Permission.SPEAK),
              PermissionSet.of(Permission.VIDEO)));
      given.decide(new DeleteChannel(news, ADA));

      ChannelRestored back = restore(news);

      assertThat(given.events())
          .containsExactly(new ChannelRelisted(news, server, null, back.place()), back);
      assertThat(back)
          .isEqualTo(
              new ChannelRestored(
                  news,
                  server,
                  "olds",
                  "text",
                  "what is old",
                  30,
                  null,
                  false,
                  back.place(),
                  Map.of("role/" + role.value(), List.of("SPEAK")),
                  Map.of("role/" + role.value(), List.of("VIDEO")),
                  back.createdAt(),
                  ADA));
      assertThat(back.place()).as("before all").startsWith("0000");
    }

    @Test
    void shouldLetPeopleGoOnWhereTheyWere() {
      MessageId said = given.messageOf(GRACE, general);
      given.decide(new DeleteChannel(general, ADA));
      assertThat(given.refusalOf(new EditMessage(said, GRACE, "gone")))
          .isEqualTo(new CommonError.NotFound("message"));
      assertThat(given.refusalOf(new SendMessage(general, GRACE, "gone", null)))
          .isEqualTo(new CommonError.NotFound("channel"));

      restore(general);

      given.decide(new EditMessage(said, GRACE, "back"));
      given.decide(new SendMessage(general, GRACE, "and on", said));
      given.decide(new RenameChannel(general, ADA, "lobby"));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldStandBesideWhatTookItsPlace() {
      ChannelId news = channel(ChannelType.TEXT, null);
      given.decide(new MoveChannel(news, ADA, null, null, false));
      given.decide(new DeleteChannel(news, ADA));
      given.decide(new MoveChannel(general, ADA, null, null, false));

      ChannelRestored back = restore(news);

      List<String> places =
          given.everything().stream()
              .filter(ChannelPlaced.class::isInstance)
              .map(event -> ((ChannelPlaced) event).place())
              .toList();
      assertThat(places).hasSize(2);
      assertThat(places.getFirst()).as("both had the same one").isEqualTo(places.getLast());
      assertThat(back.place()).isGreaterThan(places.getFirst());
    }

    @Test
    void shouldChangeNothingWhenItIsThere() {
      given.decide(new DeleteChannel(general, ADA));
      restore(general);

      given.decide(new RestoreChannel(general, ADA));

      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldBeDeletedAndRestoredAgain() {
      given.decide(new DeleteChannel(general, ADA));
      restore(general);
      given.later(GRACE_TIME);
      given.decide(new DeleteChannel(general, ADA));

      restore(general);

      given.messageOf(GRACE, general);
    }
  }

  @Nested
  class WhenAFolderIsRestored {

    @Test
    void shouldBringWhatWentWithItAndNothingElse() {
      ChannelId folder = channel(ChannelType.FOLDER, null);
      ChannelId one = channel(ChannelType.TEXT, folder);
      ChannelId two = channel(ChannelType.TEXT, folder);
      ChannelId before = channel(ChannelType.TEXT, folder);
      given.decide(new DeleteChannel(before, ADA));
      given.decide(new DeleteChannel(folder, ADA));

      given.decide(new RestoreChannel(folder, ADA));

      assertThat(restored()).containsExactly(folder, one, two);
      given.messageOf(GRACE, one);
      assertThat(given.refusalOf(new SendMessage(before, GRACE, "hello", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
      assertThat(restore(before).folderId()).isEqualTo(folder);
    }

    @Test
    void shouldComeBeforeWhatItHolds() {
      ChannelId folder = channel(ChannelType.FOLDER, null);
      ChannelId one = channel(ChannelType.TEXT, folder);
      given.decide(new DeleteChannel(folder, ADA));

      assertThat(given.refusalOf(new RestoreChannel(one, ADA)))
          .isEqualTo(new ChannelError.FolderDeleted());
    }

    @Test
    void shouldFindNoRoomForAllOfIt() {
      ChannelId folder = channel(ChannelType.FOLDER, null);
      channel(ChannelType.TEXT, folder);
      given.decide(new DeleteChannel(folder, ADA));
      long there = given.everything().stream().filter(ChannelListed.class::isInstance).count() - 2;
      for (long i = there; i < Quotas.CHANNELS_OF_A_SERVER - 1; i++) {
        channel(ChannelType.TEXT, null);
      }

      assertThat(given.refusalOf(new RestoreChannel(folder, ADA)))
          .isEqualTo(new ChannelError.LimitReached(Quotas.CHANNELS_OF_A_SERVER));
    }
  }

  @Nested
  class WhenItIsRefused {

    @Test
    void shouldKnowTheTimeInWhichItMayBe() {
      given.decide(new DeleteChannel(general, ADA));
      given.later(GRACE_TIME);

      assertThat(given.refusalOf(new RestoreChannel(general, ADA)))
          .isEqualTo(new ChannelError.DeletionFinal());
    }

    @Test
    void shouldHideWhatWasHiddenFromThem() {
      ChannelId staff = given.privateChannelIn(server, ADA);
      given.decide(new DeleteChannel(staff, ADA));

      assertThat(given.refusalOf(new RestoreChannel(staff, GRACE)))
          .isEqualTo(new CommonError.NotFound("channel"));
      assertThat(given.refusalOf(new RestoreChannel(new ChannelId(new UUID(9, 9)), ADA)))
          .isEqualTo(new CommonError.NotFound("channel"));
    }

    @Test
    void shouldWantTheRightToManageChannels() {
      given.decide(new DeleteChannel(general, ADA));

      assertThat(given.refusalOf(new RestoreChannel(general, GRACE)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
    }
  }

  @Nested
  class WhenTheTimeIsOver {

    @Test
    void shouldEndOnce() {
      given.decide(new DeleteChannel(general, ADA));
      given.later(GRACE_TIME);

      given.decide(new FinishChannelDeletion(general, ADA));

      assertThat(given.events()).containsExactly(new ChannelDeletionFinished(general, server, ADA));
      assertThat(given.refusalOf(new FinishChannelDeletion(general, ADA)))
          .isInstanceOf(CommonError.NotFound.class);
      assertThat(given.refusalOf(new RestoreChannel(general, ADA)))
          .isEqualTo(new CommonError.NotFound("channel"));
    }

    @Test
    void shouldNotEndBefore() {
      ChannelError.DeletionNotDue early = new ChannelError.DeletionNotDue();
      assertThat(given.refusalOf(new FinishChannelDeletion(general, ADA))).isEqualTo(early);
      given.decide(new DeleteChannel(general, ADA));
      given.later(GRACE_TIME.minusMillis(1));
      assertThat(given.refusalOf(new FinishChannelDeletion(general, ADA))).isEqualTo(early);
      restore(general);
      given.later(GRACE_TIME);
      assertThat(given.refusalOf(new FinishChannelDeletion(general, ADA))).isEqualTo(early);
    }
  }
}

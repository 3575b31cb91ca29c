package io.beep.command.message;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.message.DeleteMessage;
import io.beep.coreapi.message.EditMessage;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDecisionsTest {

  private final Decisions given = new Decisions();
  private final CreatedServer server = given.publicServerOf(ADA);
  private final ChannelId channel = server.channels().getFirst().id();

  @AfterEach
  void close() {
    given.close();
  }

  @Nested
  class WhenAMessageIsSent {

    @Test
    void shouldKeepTheTextAsItWasTyped() {
      given.member(GRACE, server.id());

      MessageId id =
          given.when(new SendMessage(channel, GRACE, "  **hi** \n", null), MessageId.class);

      assertThat(given.events())
          .containsExactly(new MessageSent(id, channel, server.id(), GRACE, "  **hi** \n", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u00a0", "\u200b\ufeff"})
    void shouldRefuseAnEmptyOne(String content) {
      assertThat(given.refusalOf(new SendMessage(channel, ADA, content, null)))
          .isEqualTo(new MessageError.Empty());
    }

    @Test
    void shouldTakeFourThousandCharactersAndNoMore() {
      given.decide(new SendMessage(channel, ADA, "\uD83D\uDE80".repeat(4000), null));
      assertThat(given.events()).hasSize(1);

      assertThat(given.refusalOf(new SendMessage(channel, ADA, "x".repeat(4001), null)))
          .isEqualTo(new MessageError.TooLong(4000));
    }

    @Test
    void shouldHideTheChannelFromStrangersAndFromWhoLeft() {
      assertThat(given.refusalOf(new SendMessage(channel, STRANGER, "hi", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
      given.member(GRACE, server.id()).decide(new LeaveServer(server.id(), GRACE));
      assertThat(given.refusalOf(new SendMessage(channel, GRACE, "hi", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
    }

    @Test
    void shouldRefuseAFolder() {
      ChannelId folder =
          given.when(
              new CreateChannel(server.id(), ADA, "club", ChannelType.FOLDER, null, false),
              ChannelId.class);

      assertThat(given.refusalOf(new SendMessage(folder, ADA, "hi", null)))
          .isEqualTo(new MessageError.NotATextChannel());
    }

    @Test
    void shouldAnswerOnlyAMessageOfTheSameChannel() {
      MessageId first = given.messageOf(ADA, channel);
      ChannelId other = given.privateChannelIn(server.id(), ADA);

      given.decide(new SendMessage(channel, ADA, "yes", first));
      assertThat(given.events()).hasSize(1);
      assertThat(given.refusalOf(new SendMessage(other, ADA, "yes", first)))
          .isEqualTo(new MessageError.ReplyInvalid());
    }

    @Test
    void shouldNotFindADeletedChannel() {
      given.decide(new DeleteChannel(channel, ADA));

      assertThat(given.refusalOf(new SendMessage(channel, ADA, "hi", null)))
          .isEqualTo(new CommonError.NotFound("channel"));
    }
  }

  @Nested
  class WhenAMessageIsEdited {

    @Test
    void shouldObeyItsAuthorAlone() {
      given.member(GRACE, server.id());
      MessageId message = given.messageOf(GRACE, channel);

      assertThat(given.refusalOf(new EditMessage(message, ADA, "mine")))
          .isEqualTo(new MessageError.NotTheAuthor());
      given.decide(new EditMessage(message, GRACE, "better"));
      assertThat(given.events())
          .singleElement()
          .isInstanceOfSatisfying(
              MessageEdited.class,
              edited -> {
                assertThat(edited.authorId()).isEqualTo(GRACE);
                assertThat(edited.content()).isEqualTo("better");
              });
    }

    @Test
    void shouldTellTheWholeMessage() {
      MessageId question = given.messageOf(ADA, channel);
      Instant before = Instant.now();
      MessageId answer =
          given.when(new SendMessage(channel, ADA, "yse", question), MessageId.class);
      Instant after = Instant.now();

      for (String better : List.of("yes", "yes!")) {
        given.decide(new EditMessage(answer, ADA, better));

        MessageEdited edited = (MessageEdited) given.events().getFirst();
        assertThat(edited.sentAt()).as("not when it was edited").isBetween(before, after);
        assertThat(edited)
            .isEqualTo(
                new MessageEdited(
                    answer, channel, server.id(), ADA, better, question, edited.sentAt()));
      }
    }

    @Test
    void shouldNotTellThatItExistsToWhoeverDoesNotSeeIt() {
      ChannelId hidden = given.privateChannelIn(server.id(), ADA);
      MessageId message = given.messageOf(ADA, hidden);
      given.member(GRACE, server.id());

      for (UserId who : List.of(GRACE, STRANGER)) {
        assertThat(given.refusalOf(new EditMessage(message, who, "mine")))
            .isEqualTo(new CommonError.NotFound("message"));
        assertThat(given.refusalOf(new DeleteMessage(message, who)))
            .isEqualTo(new CommonError.NotFound("message"));
      }
    }

    @Test
    void shouldBeGoneWithItsChannel() {
      MessageId message = given.messageOf(ADA, channel);
      given.decide(new DeleteChannel(channel, ADA));

      assertThat(given.refusalOf(new EditMessage(message, ADA, "again")))
          .isEqualTo(new CommonError.NotFound("message"));
      assertThat(given.refusalOf(new DeleteMessage(message, ADA)))
          .isEqualTo(new CommonError.NotFound("message"));
    }

    @Test
    void shouldDoNothingWhenTheWordsAreTheSame() {
      MessageId message = given.messageOf(ADA, channel);

      given.decide(new EditMessage(message, ADA, "hello"));

      assertThat(given.events()).isEmpty();
    }
  }

  @Nested
  class WhenAMessageIsDeleted {

    @Test
    void shouldObeyItsAuthorAndModerators() {
      given.member(GRACE, server.id());
      MessageId graces = given.messageOf(GRACE, channel);
      MessageId adas = given.messageOf(ADA, channel);

      assertThat(given.refusalOf(new DeleteMessage(adas, GRACE)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_MESSAGES"));
      given.decide(new DeleteMessage(graces, ADA));
      assertThat(given.events())
          .containsExactly(new MessageDeleted(graces, channel, server.id(), ADA));
    }

    @Test
    void shouldNotBeFoundAfterwards() {
      MessageId message = given.messageOf(ADA, channel);
      given.decide(new DeleteMessage(message, ADA));

      assertThat(given.refusalOf(new EditMessage(message, ADA, "back")))
          .isInstanceOf(CommonError.NotFound.class);
    }
  }
}

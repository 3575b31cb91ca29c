package io.beep.command.moderation;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.message.EditMessage;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.moderation.EditForbiddenWords;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.SafetyError;
import io.beep.coreapi.moderation.SetForbiddenWords;
import io.beep.coreapi.moderation.WordsAllowed;
import io.beep.coreapi.moderation.WordsForbidden;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada owns the server, Grace keeps order, Linus talks. */
class WordDecisionsTest {

  private final Decisions given = new Decisions();
  private ServerId server;
  private ChannelId channel;

  @BeforeEach
  void found() {
    CreatedServer founded = given.publicServerOf(ADA);
    server = founded.id();
    channel = founded.channels().getFirst().id();
    given.member(GRACE, server).member(LINUS, server);
    given.holder(GRACE, server, ADA, given.roleIn(server, ADA, Permission.MANAGE_MESSAGES));
  }

  @AfterEach
  void close() {
    given.close();
  }

  private SetForbiddenWords words(List<String> blocked, List<String> reported) {
    return new SetForbiddenWords(server, ADA, blocked, reported);
  }

  private SendMessage say(UserId author, String content) {
    return new SendMessage(channel, author, content, null);
  }

  @Nested
  class WhenWordsAreForbidden {

    @Test
    void shouldTellWhatChangedAndNothingElse() {
      given.decide(words(List.of(" steam* ", "Coal", "Coal"), List.of("hot water")));
      assertThat(given.events())
          .containsExactly(
              new WordsForbidden(server, List.of("steam*", "Coal"), "block", ADA),
              new WordsForbidden(server, List.of("hot water"), "report", ADA));

      given.decide(words(List.of("Coal", "hot water"), List.of("tea")));
      assertThat(given.events())
          .containsExactly(
              new WordsAllowed(server, List.of("steam*"), ADA),
              new WordsForbidden(server, List.of("hot water"), "block", ADA),
              new WordsForbidden(server, List.of("tea"), "report", ADA));

      given.decide(words(List.of("hot water", "Coal"), List.of("tea", "Coal")));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldBeByWhoManagesTheServer() {
      assertThat(given.refusalOf(new SetForbiddenWords(server, GRACE, List.of("x"), List.of())))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
      ServerId secret = given.privateServerOf(ADA).id();
      assertThat(given.refusalOf(new SetForbiddenWords(secret, STRANGER, List.of("x"), List.of())))
          .isEqualTo(new CommonError.NotFound("server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "a*b", "!!", "a*"})
    void shouldBeFindable(String word) {
      assertThat(given.refusalOf(words(List.of(), List.of(word))))
          .isEqualTo(new SafetyError.WordInvalid(word, 100));
    }

    @Test
    void shouldBeBounded() {
      List<String> many = IntStream.range(0, 201).mapToObj(i -> "word" + i).toList();
      assertThat(given.refusalOf(words(many.subList(0, 101), many.subList(101, 201))))
          .isEqualTo(new SafetyError.TooManyWords(200));
      given.decide(words(many.subList(0, 100), many.subList(100, 200)));
      assertThat(given.refusalOf(words(List.of("x".repeat(101)), List.of())))
          .isInstanceOf(SafetyError.WordInvalid.class);
    }
  }

  @Nested
  class WhenAMessageHasOne {

    @BeforeEach
    void forbid() {
      given.decide(words(List.of("steam*"), List.of("hot water")));
    }

    @Test
    void shouldBeRefusedFromTheNextCommandOnAndStoreNothing() {
      assertThat(given.refusalOf(say(LINUS, "a ST\u00c9AMER!")))
          .isEqualTo(new SafetyError.Forbidden("steam*"));
      given.decide(words(List.of(), List.of()));
      given.decide(say(LINUS, "a ST\u00c9AMER!"));
      assertThat(given.events()).hasSize(1);
    }

    /** All of them are shown as the word, or as good as. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "ste*am*",
          "**st**eam",
          "(_st_*eam*)",
          "st~~ea~~m",
          "st||ea||m",
          "`st`eam",
          "st[ea](https://example.org/(a)b)m",
          "st[ea](<https://example.org/)> \"a ) b\")m",
          "st[ea][1]m",
          "[st]eam",
          "![st](x)eam",
          "st&#101;am",
          "st&eacute;am",
          "&Sscr;team",
          "s&shy;team",
          "st\\eam st&ZeroWidthSpace;eam",
          "st\u0001eam",
          "st\u2060eam",
          "st\u1160eam",
          "st*ea*\u200bm"
        })
    void shouldBeReadAsItIsShown(String content) {
      assertThat(given.refusalOf(say(LINUS, content)))
          .isEqualTo(new SafetyError.Forbidden("steam*"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "st\\*eam",
          "st_eam",
          "st | eam",
          "st~eam",
          "[st](https://example.org) eam",
          "st&amp;eam",
          "&st;eam",
          "hot [cold](x) water"
        })
    void shouldBeNoneThatNobodySees(String content) {
      given.decide(say(LINUS, content));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldStillBeFoundWhereMarksPartWords() {
      given.decide(say(LINUS, "hot*water*"));
      assertThat(given.events()).hasAtLeastOneElementOfType(ReportFiled.class);
    }

    @Test
    void shouldNotBeEditedIn() {
      MessageId message = given.messageOf(LINUS, channel);
      assertThat(given.refusalOf(new EditMessage(message, LINUS, "steam")))
          .isEqualTo(new SafetyError.Forbidden("steam*"));
    }

    @Test
    void shouldBeLetThroughAndReportedWhereThatIsWished() {
      MessageId message = given.when(say(LINUS, "Hot, water"), MessageId.class);
      assertThat(given.events())
          .containsExactly(
              new MessageSent(message, channel, server, LINUS, "Hot, water", null),
              new ReportFiled(
                  server, "message", message.value(), LINUS, channel, 0L, null, "words", null));

      MessageId other = given.messageOf(LINUS, channel);
      given.decide(new EditMessage(other, LINUS, "hot water"));
      assertThat(given.events()).hasSize(2);
      assertThat(given.events().getFirst()).isInstanceOf(MessageEdited.class);
      assertThat(given.events())
          .endsWith(
              new ReportFiled(
                  server, "message", other.value(), LINUS, channel, 1L, null, "words", null));
      given.decide(new EditMessage(other, LINUS, "more hot water"));
      assertThat(given.events()).as("one report waits already").hasSize(1);
    }

    @Test
    void shouldLetThroughWhoLooksAfterMessages() {
      given.decide(say(GRACE, "steam"));
      assertThat(given.events()).hasSize(1);
      given.decide(say(ADA, "hot water"));
      assertThat(given.events()).hasSize(1);
    }

    @Test
    void shouldBeOfThisServerAlone() {
      CreatedServer other = given.publicServerOf(LINUS);
      given.member(GRACE, other.id());
      given.decide(new SendMessage(other.channels().getFirst().id(), GRACE, "steam", null));
      assertThat(given.events()).hasSize(1);
    }
  }

  @Nested
  class WhenSomeWordsAreChanged {

    @Test
    void shouldLeaveTheOthersAsTheyAre() {
      given.decide(words(List.of("rain", "hail"), List.of("snow", "sleet")));

      given.decide(
          new EditForbiddenWords(
              server, ADA, List.of("snow", "fog"), List.of("hail"), List.of("rain", "unknown")));

      assertThat(given.events())
          .containsExactly(
              new WordsAllowed(server, List.of("rain"), ADA),
              new WordsForbidden(server, List.of("snow", "fog"), "block", ADA),
              new WordsForbidden(server, List.of("hail"), "report", ADA));
    }

    @Test
    void shouldBeForWhoLooksAfterTheServerAndKeepToTheLimits() {
      List<String> many =
          IntStream.range(0, Quotas.FORBIDDEN_WORDS_OF_A_SERVER).mapToObj(i -> "word" + i).toList();
      given.decide(words(many, List.of()));

      assertThat(
              given.refusalOf(
                  new EditForbiddenWords(server, ADA, List.of("one more"), List.of(), List.of())))
          .isEqualTo(new SafetyError.TooManyWords(Quotas.FORBIDDEN_WORDS_OF_A_SERVER));
      assertThat(given.refusalOf(new EditForbiddenWords(server, GRACE, List.of(), List.of(), many)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
    }
  }
}

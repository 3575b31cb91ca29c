package io.beep.command.message;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.BEGINNING;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelError;
import io.beep.coreapi.channel.ChannelSlowModeSet;
import io.beep.coreapi.channel.ChannelTurnTaken;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.channel.SetChannelSlowMode;
import io.beep.coreapi.message.EditMessage;
import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowModeDecisionsTest {

  private final Decisions given = new Decisions();
  private final CreatedServer server = given.publicServerOf(ADA);
  private final ChannelId channel = server.channels().getFirst().id();

  @AfterEach
  void close() {
    given.close();
  }

  private void slow(int seconds) {
    given.member(GRACE, server.id());
    given.decide(new SetChannelSlowMode(channel, ADA, seconds));
  }

  private static SendMessage message(UserId author, ChannelId channel) {
    return new SendMessage(channel, author, "hi", null);
  }

  @Test
  void shouldBeSetByWhoManagesChannels() {
    slow(30);
    assertThat(given.events())
        .containsExactly(new ChannelSlowModeSet(channel, server.id(), 30, ADA));
    given.decide(new SetChannelSlowMode(channel, ADA, 30));
    assertThat(given.events()).isEmpty();
    assertThat(given.refusalOf(new SetChannelSlowMode(channel, GRACE, 0)))
        .isEqualTo(new CommonError.Forbidden("MANAGE_CHANNELS"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 21_601, Integer.MAX_VALUE})
  void shouldBeOfSixHoursAtMost(int seconds) {
    assertThat(given.refusalOf(new SetChannelSlowMode(channel, ADA, seconds)))
        .isEqualTo(new ChannelError.SlowModeInvalid(21_600));
    given.decide(new SetChannelSlowMode(channel, ADA, 21_600));
  }

  @Test
  void shouldNotBeOfAFolder() {
    ChannelId folder =
        given.when(
            new CreateChannel(server.id(), ADA, "club", ChannelType.FOLDER, null, false),
            ChannelId.class);
    assertThat(given.refusalOf(new SetChannelSlowMode(folder, ADA, 5)))
        .isEqualTo(new ChannelError.SlowModeInvalid(21_600));
  }

  @Test
  void shouldMakeAMemberWait() {
    slow(30);

    given.decide(message(GRACE, channel));
    assertThat(given.events())
        .contains(new ChannelTurnTaken(channel, server.id(), GRACE, BEGINNING));
    given.later(Duration.ofMillis(28_500));
    assertThat(given.refusalOf(message(GRACE, channel))).isEqualTo(new MessageError.SlowMode(2));
    given.later(Duration.ofMillis(1_500));
    given.decide(message(GRACE, channel));
  }

  @Test
  void shouldMakeNobodyElseWaitForThem() {
    slow(30);
    given.member(LINUS, server.id());

    given.decide(message(GRACE, channel));

    given.decide(message(LINUS, channel));
    given.decide(message(GRACE, server.channels().getLast().id()));
  }

  @Test
  void shouldLetThemEditMeanwhile() {
    slow(30);
    var sent = given.messageOf(GRACE, channel);

    given.decide(new EditMessage(sent, GRACE, "better"));
    assertThat(given.events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MANAGE_MESSAGES", "MANAGE_CHANNELS"})
  void shouldNotMakeThoseWaitWhoLookAfterTheChannel(String permission) {
    slow(30);
    given.holder(
        GRACE, server.id(), ADA, given.roleIn(server.id(), ADA, Permission.valueOf(permission)));

    given.decide(message(GRACE, channel));
    given.decide(message(GRACE, channel));
    assertThat(given.events()).hasSize(1).first().isInstanceOf(MessageSent.class);
  }

  @Test
  void shouldWaitAcrossMidnight() {
    slow(21_600);
    given.later(Duration.ofHours(13));

    given.decide(message(GRACE, channel));
    given.later(Duration.ofHours(5));
    assertThat(given.refusalOf(message(GRACE, channel))).isEqualTo(new MessageError.SlowMode(3600));
    given.later(Duration.ofHours(1));
    given.decide(message(GRACE, channel));
    given.later(Duration.ofHours(1));
    assertThat(given.refusalOf(message(GRACE, channel)))
        .isEqualTo(new MessageError.SlowMode(5 * 3600));
  }

  @Test
  void shouldKeepNoBookWithoutIt() {
    given.member(GRACE, server.id());

    given.decide(message(GRACE, channel));

    assertThat(given.events()).hasSize(1);
  }

  @Test
  void shouldLetOneThroughOfManyAtOnce() throws Exception {
    slow(30);
    CountDownLatch start = new CountDownLatch(1);
    int refused = 0;
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> sent = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        sent.add(
            senders.submit(
                () -> {
                  start.await();
                  return given.isRefusedBeside(message(GRACE, channel));
                }));
      }
      start.countDown();
      for (Future<Boolean> one : sent) {
        refused += one.get() ? 1 : 0;
      }
    }

    assertThat(refused).isEqualTo(19);
    assertThat(given.everything()).filteredOn(MessageSent.class::isInstance).hasSize(1);
  }
}

package io.beep.app.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.channel.DeleteChannel;
import io.beep.coreapi.channel.RestoreChannel;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.UserId;
import io.beep.saga.SagasConfiguration;
import io.beep.saga.shared.BusCommands;
import io.beep.saga.shared.Work;
import io.beep.saga.shared.Work.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said in a channel is there until nobody can restore it, and then goes for ever. */
class ChannelDeletionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofDays(7);
  private static final int SAID = 5;
  private static final int MOST_PIECES = 100;

  @SuppressWarnings("NullAway.Init")
  private DeletionWorld world;

  @BeforeEach
  void begin() throws SQLException {
    world = new DeletionWorld();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private Work process() {
    return SagasConfiguration.channelDeletions(
        world.sagas(),
        new BusCommands(world.axon().commandBus()),
        world.channelErasers().all(),
        world.clock());
  }

  private long rows(ChannelId channel) {
    return Objects.requireNonNull(
        world
            .inReadModel()
            .queryForObject(
                "select count(*) from message where channel_id = ?", Long.class, channel.value()));
  }

  private long noted() {
    return Objects.requireNonNull(
        world.inSagas().queryForObject("select count(*) from channel_deletion", Long.class));
  }

  private void awaitNoted(long count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(noted()).isEqualTo(count));
  }

  @Test
  void shouldGoWhenItsTimeIsOverAndNotBefore() {
    UserId owner = new UserId(world.ids().next());
    CreatedServer server =
        world.decide(new CreateServer(owner, "Talk", null, Visibility.PUBLIC), CreatedServer.class);
    ChannelId doomed = server.channels().getFirst().id();
    for (int i = 0; i < SAID; i++) {
      world.decide(new SendMessage(doomed, owner, "message " + i, null));
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows(doomed)).isEqualTo(SAID));
    Work process = process();

    world.decide(new DeleteChannel(doomed, owner));
    awaitNoted(1);
    world.later(GRACE.minusMinutes(1));
    assertThat(process.work()).isEqualTo(Outcome.IDLE);
    world.decide(new RestoreChannel(doomed, owner));
    awaitNoted(0);
    assertThat(rows(doomed)).isEqualTo(SAID);

    world.decide(new DeleteChannel(doomed, owner));
    awaitNoted(1);
    world.later(GRACE.plusMinutes(1));
    assertThat(process.work()).as("another clock may be behind").isEqualTo(Outcome.IDLE);
    assertThat(rows(doomed)).isEqualTo(SAID);
    world.later(Duration.ofHours(1));
    int pieces = 0;
    while (noted() > 0 && pieces < MOST_PIECES) {
      assertThat(process.work()).isNotEqualTo(Outcome.FAILED);
      pieces++;
    }

    assertThat(pieces).as("a slice at a time").isGreaterThan(SAID / 2);
    assertThat(rows(doomed)).isZero();
    assertThat(world.told(doomed, ChannelDeletionFinished.class)).hasSize(1);
    assertThat(process.work()).isEqualTo(Outcome.IDLE);
  }
}

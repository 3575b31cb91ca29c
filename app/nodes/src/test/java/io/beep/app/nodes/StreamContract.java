package io.beep.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.Test;

/** What projections and the feed rely on in the stream of events, in whichever product. */
interface StreamContract extends CommandsContract {

  int AT_ONCE = 200;
  Duration SOON = Duration.ofSeconds(10);

  /** Where events are read, a node of its own where there are several. */
  StreamableMessageSource<TrackedEventMessage<?>> source();

  private Talk talk() {
    UserId ada = UserId.of(UUID.randomUUID().toString());
    CreatedServer server =
        (CreatedServer)
            answer(new CreateServer(ada, "Talk", null, Visibility.PRIVATE)).getPayload();
    return new Talk(
        ada,
        server.channels().stream()
            .filter(channel -> channel.type().equals("text"))
            .map(StarterChannel::id)
            .findFirst()
            .orElseThrow());
  }

  /** Somebody, and where they may write. */
  record Talk(UserId who, ChannelId where) {
    SendMessage says(String content) {
      return new SendMessage(where, who, content, null);
    }
  }

  private static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }

  /** The next ones, waited for. */
  private static List<TrackedEventMessage<?>> read(
      BlockingStream<TrackedEventMessage<?>> stream, int count) throws InterruptedException {
    List<TrackedEventMessage<?>> events = new ArrayList<>();
    while (events.size() < count) {
      assertThat(stream.hasNextAvailable((int) SOON.toSeconds(), TimeUnit.SECONDS))
          .as("event %d of %d", events.size() + 1, count)
          .isTrue();
      events.add(stream.nextAvailable());
    }
    return events;
  }

  @Test
  default void shouldGiveReadersEveryEventOnceAndInOrderWhileManyAreWritten() throws Exception {
    Talk talk = talk();
    TrackingToken head = source().createHeadToken();
    try (BlockingStream<TrackedEventMessage<?>> stream = source().openStream(head)) {
      List<CompletableFuture<CommandResultMessage<?>>> answers =
          IntStream.range(0, AT_ONCE)
              .<CompletableFuture<CommandResultMessage<?>>>mapToObj(
                  i -> send(talk.says("message " + i), null, ""))
              .toList();

      List<Long> read = read(stream, AT_ONCE).stream().map(StreamContract::position).toList();

      List<Long> acknowledged =
          answers.stream()
              .map(answer -> answer.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join())
              .map(CommandsContract::position)
              .sorted()
              .toList();
      assertThat(read).isEqualTo(acknowledged);
    }
  }

  @Test
  default void shouldGoOnAfterAnyPosition() throws Exception {
    Talk talk = talk();
    long first = CommandsContract.position(answer(talk.says("first")));
    long second = CommandsContract.position(answer(talk.says("second")));

    try (BlockingStream<TrackedEventMessage<?>> stream =
        source().openStream(new GlobalSequenceTrackingToken(first - 1))) {
      assertThat(read(stream, 2))
          .extracting(StreamContract::position)
          .containsExactly(first, second);
    }
    try (BlockingStream<TrackedEventMessage<?>> stream =
        source().openStream(new GlobalSequenceTrackingToken(first))) {
      assertThat(read(stream, 1)).extracting(StreamContract::position).containsExactly(second);
    }
  }

  @Test
  default void shouldBeginWithTheFirstEventOfAll() throws Exception {
    talk();

    try (BlockingStream<TrackedEventMessage<?>> stream = source().openStream(null)) {
      assertThat(position(read(stream, 1).getFirst())).isZero();
    }
  }

  @Test
  default void shouldTellWhoWaitsAtOnce() throws Exception {
    Talk talk = talk();
    try (BlockingStream<TrackedEventMessage<?>> stream =
        source().openStream(source().createHeadToken())) {
      assertThat(stream.hasNextAvailable()).isFalse();
      CompletableFuture<Long> seen =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return position(read(stream, 1).getFirst());
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });

      long said = CommandsContract.position(answer(talk.says("now")));

      assertThat(seen).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(said);
    }
  }
}

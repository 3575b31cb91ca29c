package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.UserView;
import io.beep.gateway.feed.Signal;
import io.beep.gateway.feed.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What signals promise, however many nodes there are. */
interface SignalsContract {

  Duration SOON = Duration.ofSeconds(10);

  /** Where signals are published. */
  Signals here();

  /** Where they arrive: another node when there is one. */
  Signals there();

  static Signal.Typing typing() {
    return new Signal.Typing(
        ServerId.of(UUID.randomUUID().toString()),
        ChannelId.of(UUID.randomUUID().toString()),
        someone(),
        Instant.parse("2026-01-02T03:04:05.678Z"));
  }

  static UserView someone() {
    return new UserView(UserId.of(UUID.randomUUID().toString()), "ada", "Ada Lovelace", null);
  }

  @Test
  default void shouldReachThoseWhoListenOnce() {
    Queue<Signal> arrived = new ConcurrentLinkedQueue<>();
    there().listen(arrived::add);
    Signal first = typing();
    Signal second = typing();

    here().publish(first);
    here().publish(second);

    await().atMost(SOON).untilAsserted(() -> assertThat(arrived).contains(first, second));
    assertThat(arrived).containsExactlyInAnyOrder(first, second);
  }

  @Test
  default void shouldReachThoseOnTheSameNodeOnce() {
    Queue<Signal> arrived = new ConcurrentLinkedQueue<>();
    Queue<Signal> elsewhere = new ConcurrentLinkedQueue<>();
    there().listen(elsewhere::add);
    here().listen(arrived::add);
    Signal signal = typing();
    Signal last = typing();

    here().publish(signal);
    here().publish(last);

    await().atMost(SOON).untilAsserted(() -> assertThat(arrived).contains(last));
    assertThat(arrived).containsExactly(signal, last);
  }
}

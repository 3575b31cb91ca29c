package io.beep.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RingTest {

  private static FeedEvent event(long position) {
    return new FeedEvent(position, "event", Instant.EPOCH, null);
  }

  private static List<Long> after(Ring ring, long position) {
    return ring.after(position).stream().map(FeedEvent::position).toList();
  }

  @Test
  void shouldHoldEverythingAfterItsFloor() {
    Ring ring = new Ring(100, Long.MAX_VALUE, 41);
    Random random = new Random(1);
    for (long position = 42; position < 1_000; position++) {
      ring.add(event(position));

      assertThat(ring.floor()).isEqualTo(Math.max(41, position - 100));
      long asked = ring.floor() + random.nextInt((int) (position - ring.floor()) + 1);
      assertThat(after(ring, asked))
          .containsExactlyElementsOf(LongStream.rangeClosed(asked + 1, position).boxed().toList());
    }
  }

  @Test
  void shouldGiveUpTheOldestForTheSakeOfMemory() {
    Ring ring = new Ring(100, 10L * event(0).weight(), -1);

    LongStream.range(0, 50).forEach(position -> ring.add(event(position)));

    assertThat(ring.floor()).isEqualTo(39);
    assertThat(after(ring, 39)).hasSize(10);
  }

  @Test
  void shouldFindItsWayAcrossGaps() {
    Ring ring = new Ring(10, Long.MAX_VALUE, 0);
    for (long position : new long[] {5, 9, 20}) {
      ring.add(event(position));
    }

    assertThat(after(ring, 5)).containsExactly(9L, 20L);
    assertThat(after(ring, 6)).containsExactly(9L, 20L);
    assertThat(after(ring, 20)).isEmpty();
  }
}

package io.beep.coreapi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7GeneratorTest {

  private final AtomicLong now = new AtomicLong(1_700_000_000_000L);
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return Instant.ofEpochMilli(now.get());
        }
      };
  private final IdGenerator ids = new UuidV7Generator(clock, () -> -1L);

  @Test
  void shouldTellTheTimeAsTheStandardSays() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.get());
  }

  @Test
  void shouldGrowWithinAMillisecondAndBeyondItsCounter() {
    List<String> many = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

    assertThat(many).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldGrowWhenTheClockGoesBack() {
    String before = ids.next().toString();
    now.addAndGet(-60_000);

    assertThat(ids.next().toString()).isGreaterThan(before);
  }

  @Test
  void shouldGrowBeyondWhatAnotherGaveBeforeTheClockWentBack() {
    UUID before = Stream.generate(ids::next).limit(5_000).toList().getLast();
    now.addAndGet(-60_000);
    UuidV7Generator restarted = new UuidV7Generator(clock, () -> 0L);

    restarted.continueAfter(before);

    assertThat(restarted.next().toString()).isGreaterThan(before.toString());
  }

  @Test
  void shouldGoWithTheClockWhenWhatWasGivenIsLongAgo() {
    UUID before = ids.next();
    now.addAndGet(60_000);
    UuidV7Generator restarted = new UuidV7Generator(clock, () -> 0L);

    restarted.continueAfter(before);

    assertThat(restarted.next().getMostSignificantBits() >>> 16).isEqualTo(now.get());
  }

  @Test
  void shouldGiveNoIdTwiceToManyThreads() throws Exception {
    List<UUID> all = new ArrayList<>();
    Callable<List<UUID>> thousand = () -> Stream.generate(ids::next).limit(1000).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<UUID>> some :
          threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> thousand).toList())) {
        all.addAll(some.get());
      }
    }

    assertThat(all).doesNotHaveDuplicates().hasSize(16_000);
  }
}

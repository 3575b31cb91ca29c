package io.beep.acceptance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Beep;
import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OnBeep
class HeartbeatTest {

  /** Every 15 seconds, and a little for a machine that is busy. */
  private static final Duration INTERVAL = Duration.ofSeconds(17);

  private final Beep beep;

  HeartbeatTest(Beep beep) {
    this.beep = beep;
  }

  @Nested
  class WhenNothingHappens {

    @Test
    void shouldKeepTheLineOpenWithAComment() {
      try (FeedStream feed = beep.newcomer().follow()) {
        int greeting = feed.comments().size();

        await().atMost(INTERVAL).until(() -> feed.comments().size() > greeting);

        assertThat(feed.hasEnded()).isFalse();
        assertThat(feed.events()).isEmpty();
      }
    }
  }
}

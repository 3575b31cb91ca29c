package io.beep.acceptance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.FeedStream;
import io.beep.acceptance.shared.OnBeep;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(Integer.MAX_VALUE - 1)
@OnBeep
class HeartbeatTest {

  /** Every 15 seconds, and a little for a machine that is busy. */
  private static final Duration INTERVAL = Duration.ofSeconds(17);

  /** Has been open since the first test. */
  private final FeedStream quiet;

  HeartbeatTest(FeedStream quiet) {
    this.quiet = quiet;
  }

  @Nested
  class WhenNothingHappens {

    @Test
    void shouldKeepTheLineOpenWithComments() {
      await().atMost(INTERVAL).until(() -> beats() > 0);

      assertThat(quiet.hasEnded()).isFalse();
      assertThat(quiet.events()).isEmpty();
    }

    /** The first frame follows a greeting, which is a comment too. */
    private int beats() {
      return quiet.comments().size() - 1;
    }
  }
}

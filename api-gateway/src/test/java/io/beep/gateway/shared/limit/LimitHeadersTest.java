package io.beep.gateway.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitHeadersTest {

  private final Locale before = Locale.getDefault();

  @BeforeEach
  void start() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
  }

  @AfterEach
  void stop() {
    Locale.setDefault(before);
  }

  @Test
  void shouldBeWrittenInDigitsThatProgramsRead() {
    assertThat(
            LimitHeaders.used(
                30, Duration.ofSeconds(9), Instant.ofEpochMilli(1_790_000_000_012L), "send"))
        .containsEntry("X-RateLimit-Limit", "30")
        .containsEntry("X-RateLimit-Reset", "1790000009.012")
        .containsEntry("X-RateLimit-Reset-After", "9.000")
        .containsEntry("Retry-After", "9");
  }
}

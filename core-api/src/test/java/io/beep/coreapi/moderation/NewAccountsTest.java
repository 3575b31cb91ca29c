package io.beep.coreapi.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewAccountsTest {

  private static final Instant MADE_AT = Instant.parse("2026-03-01T09:00:00.123Z");

  private final UserId fresh =
      new UserId(new UuidV7Generator(Clock.fixed(MADE_AT, ZoneOffset.UTC), new Random(1)).next());

  @Test
  void shouldTellFromTheIdWhenAnAccountIsNewNoMore() {
    assertThat(NewAccounts.USUAL.until(fresh)).isEqualTo(MADE_AT.plus(Duration.ofMinutes(10)));
  }

  @Test
  void shouldLimitNobodyWhoseIdDoesNotTellOrWhereItIsOff() {
    assertThat(NewAccounts.USUAL.until(new UserId(new UUID(1, 1)))).isNull();
    assertThat(NewAccounts.FREE.until(fresh)).isNull();
  }
}

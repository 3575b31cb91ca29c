package io.beep.gateway.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UnavailableLogTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final UnavailableLog log = new UnavailableLog(now::get);

  private boolean isTold(String code) {
    return log.refused(code, "request", new IllegalStateException("busy"));
  }

  @Test
  void shouldTellEachCodeOnceASecond() {
    assertThat(isTold("node.unavailable")).isTrue();
    assertThat(isTold("node.unavailable")).isFalse();
    assertThat(isTold("search.unavailable")).isTrue();

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));

    assertThat(isTold("node.unavailable")).isTrue();
    assertThat(isTold("node.unavailable")).isFalse();
  }
}

package io.beep.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.identity.shared.AdjustableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInLimitsTest {

  private final AdjustableClock clock = new AdjustableClock();
  private final SignInLimits limits = new SignInLimits(clock, true);

  private boolean isAllowed(String email, String address) {
    return limits.begin(email, address) instanceof SignInLimits.Answer.Allowed;
  }

  @Test
  void shouldLimitOneAccountHoweverManyMachinesGuess() {
    for (int i = 0; i < SignInLimit.ACCOUNT.most(); i++) {
      assertThat(isAllowed("ada@example.org", "192.0.2." + i)).isTrue();
    }

    assertThat(isAllowed(" ADA@example.org", "198.51.100.1")).isFalse();
    assertThat(isAllowed("grace@example.org", "198.51.100.1")).isTrue();
  }

  @Test
  void shouldLimitOneMachineHoweverManyAccountsItTries() {
    for (int i = 0; i < SignInLimit.ADDRESS.most(); i++) {
      assertThat(isAllowed("someone" + i + "@example.org", "192.0.2.1")).isTrue();
    }

    assertThat(isAllowed("ada@example.org", "192.0.2.1")).isFalse();
    assertThat(isAllowed("ada@example.org", "192.0.2.2")).isTrue();
  }

  @Test
  void shouldTakeAHouseholdOfAddressesForOne() {
    for (int i = 0; i < SignInLimit.ACCOUNT_FROM_ADDRESS.most(); i++) {
      assertThat(isAllowed("ada@example.org", "2001:db8:1:2:3:4:5:" + i)).isTrue();
    }

    assertThat(isAllowed("ada@example.org", "2001:db8:1:2:9:9:9:9")).isFalse();
    assertThat(isAllowed("ada@example.org", "2001:db8:1:3::1")).isTrue();
  }

  @Test
  void shouldNotCountWhatWasNoGuess() {
    for (int i = 0; i < SignInLimit.ADDRESS.most() * 2; i++) {
      if (limits.begin("ada@example.org", "192.0.2.1") instanceof SignInLimits.Answer.Allowed it) {
        it.giveBack();
      }
    }

    assertThat(isAllowed("ada@example.org", "192.0.2.1")).isTrue();
  }

  @Test
  void shouldForgetInItsTimeAlthoughTheClockIsSetBack() {
    for (int i = 0; i < SignInLimit.ACCOUNT.most(); i++) {
      assertThat(isAllowed("ada@example.org", "192.0.2." + i)).isTrue();
    }
    clock.advance(Duration.ofHours(-2));
    assertThat(isAllowed("ada@example.org", "192.0.2.200")).isFalse();

    clock.advance(SignInLimit.ACCOUNT.window());

    assertThat(isAllowed("ada@example.org", "192.0.2.200")).isTrue();
  }
}

package io.beep.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

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
  void shouldTellOfItsLimitInDigitsThatProgramsRead() {
    assertThat(SignIn.seconds(1_790_000_009_012L)).isEqualTo("1790000009.012");
  }
}

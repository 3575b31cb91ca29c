package io.beep.coreapi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u3000",
        "\u2028",
        "\u3164",
        "\u2800",
        "\u202e",
        "\u200d\u00a0\u200b"
      })
  void shouldSeeNothing(String text) {
    assertThat(VisibleText.isBlank(text)).isTrue();
    assertThat(VisibleText.isName(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "été",
        "日本語",
        "👩‍👩‍👧",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "می‌خواهم",
        "שלום world",
        "\u200eArabic عربي",
        "a\u00a0b",
        "❤️",
        "."
      })
  void shouldTakeNamesOfAllKinds(String text) {
    assertThat(VisibleText.isName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\tb",
        "a\u0000b",
        "a\u001bb",
        "a\u0085b",
        "a\u2028b",
        "a\u202eb",
        "a\u2066b",
        "\u202ab"
      })
  void shouldRefuseNamesThatLeaveTheirPlace(String text) {
    assertThat(VisibleText.isBlank(text)).isFalse();
    assertThat(VisibleText.isName(text)).isFalse();
  }

  @Test
  void shouldRefuseHalfACharacter() {
    assertThat(VisibleText.isName("a" + Character.toString(0xD83D))).isFalse();
  }
}

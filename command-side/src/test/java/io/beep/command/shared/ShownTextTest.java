package io.beep.command.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

  @ParameterizedTest
  @CsvSource({
    "a&colon;b, a:b",
    "a&#58;b, a:b",
    "a&#x3A;b, a:b",
    "a&#X3a;b, a:b",
    "&fjlig;, fj",
    "&CounterClockwiseContourIntegral;, \u2233",
    "a\\:b, a:b",
    "a\\b, a\\b",
    "\\&#58;, &#58;",
    "&amp;#58;, &#58;",
    "&#0;&#xD800;&#1114112;, \ufffd\ufffd\ufffd",
    "&#;&#x;&#12345678;&nothing;&;, &#;&#x;&#12345678;&nothing;&;",
    "R&D & more, R&D & more"
  })
  void shouldDecodeAsTheAppDoes(String source, String shown) {
    assertThat(ShownText.decoded(source)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain words", "a - b (c) <d> 1 < 2", "snow\u2603"})
  void shouldReadWhatIsPlainOnce(String source) {
    assertThat(ShownText.readings(source)).containsExactly(source);
  }

  @Test
  void shouldReadALinkWithAndWithoutItsAddress() {
    assertThat(ShownText.readings("st[ea](/x)m"))
        .isEqualTo(List.of("st[ea](/x)m", "stea(/x)m", "steam"));
  }

  @Test
  void shouldKeepWhatIsNoAddress() {
    assertThat(ShownText.readings("[a](b *c").getLast()).isEqualTo("a(b c");
    assertThat(ShownText.readings("[a](").getLast()).isEqualTo("a(");
    assertThat(ShownText.readings("\\[a][b]\\").getLast()).isEqualTo("[a\\");
  }

  /** The worst that can be made of the longest message: marks that open and never end. */
  @ParameterizedTest
  @ValueSource(strings = {"](", "](<", "][[", "*_~~||`", "&amp", "&#1;", "](\"x '", "\\"})
  void shouldTakeNoLongTime(String part) {
    String text = part.repeat(4_000 / part.length());
    WordMatcher matcher = new WordMatcher(List.of("steam", "hot water"));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 500; i++) {
            assertThat(matcher.find(text)).isNull();
            Newcomers.isTooMuch(text);
          }
        });
  }
}

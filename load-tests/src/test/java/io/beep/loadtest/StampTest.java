package io.beep.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

  private static final byte[] MARK = Stamp.markOf("run1");

  @Test
  void shouldBeFoundInAFrame() {
    Stamp stamp = new Stamp(1234, 5_678_901_234L);
    byte[] frame = bytes("{\"message\":{\"content\":\"" + stamp.content("run1", 100) + "\"}}");

    assertThat(Stamp.find(MARK, frame, frame.length)).isEqualTo(stamp);
  }

  @Test
  void shouldKnowAProbe() {
    byte[] frame = bytes(new Stamp(Stamp.PROBE, 0).content("run1", 100));

    assertThat(Stamp.find(MARK, frame, frame.length))
        .isNotNull()
        .satisfies(stamp -> assertThat(stamp.isProbe()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "beep-bench/run1/", "beep-bench/run1/12", "beep-bench/run2/1/2/", "hello"})
  void shouldNotBeFoundWhereThereIsNone(String text) {
    byte[] frame = bytes(text);

    assertThat(Stamp.find(MARK, frame, frame.length)).isNull();
  }

  @Test
  void shouldNotReadBytesBeyondTheLength() {
    byte[] frame = bytes(new Stamp(7, 8).content("run1", 100));

    assertThat(Stamp.find(MARK, frame, MARK.length)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 100, 333, 4000})
  void shouldHaveTheSizeAskedForAndNothingToEscape(int size) {
    String content = new Stamp(12, 34).content("run1", size);

    assertThat(content.length()).isBetween(size - 1, size);
    assertThat(content).doesNotContain("\"", "\\").isPrintable();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

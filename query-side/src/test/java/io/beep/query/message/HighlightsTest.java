package io.beep.query.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightsTest {

  /** Marks are written as square brackets here. */
  private static String marks(String text) {
    return text.replace('[', Highlights.BEGIN).replace(']', Highlights.END);
  }

  private static List<String> of(String content, String... marked) {
    return Highlights.of(content, List.of(marked).stream().map(HighlightsTest::marks).toList())
        .stream()
        .map(text -> text.replace(Highlights.BEGIN, '[').replace(Highlights.END, ']'))
        .toList();
  }

  @Test
  void shouldUniteWhatEachFormMarked() {
    assertThat(of("he was running fast", "he was running [fast]", "he was [running] [fast]"))
        .containsExactly("he was [running] [fast]");
  }

  @Test
  void shouldHaveNoneWhereNothingMatched() {
    assertThat(of("hello", "hello")).isEmpty();
  }

  @Test
  void shouldCutALongMessageAroundItsMatches() {
    String filler = "word ".repeat(100);
    List<String> fragments =
        of(filler + "first " + filler + "second", filler + "[first] " + filler + "[second]");

    assertThat(fragments).hasSize(2);
    assertThat(fragments.getFirst()).contains("[first]").startsWith("word").hasSizeLessThan(400);
    assertThat(fragments.getLast()).endsWith("[second]");
  }

  @Test
  void shouldEndAfterThreeFragments() {
    String one = "match " + "word ".repeat(100);

    assertThat(of(one.repeat(9), one.repeat(9).replace("match", "[match]"))).hasSize(3);
  }

  @Test
  void shouldNotBreakWhatHasNoSpaces() {
    String smiles = "😀".repeat(500);
    String content = smiles + "match" + smiles;

    assertThat(of(content, smiles + "[match]" + smiles))
        .singleElement()
        .satisfies(
            fragment -> {
              assertThat(fragment).contains("[match]");
              assertThat(Character.isLowSurrogate(fragment.charAt(0))).isFalse();
              assertThat(Character.isHighSurrogate(fragment.charAt(fragment.length() - 1)))
                  .isFalse();
            });
  }

  @Test
  void shouldTrustNoMarksThatSomeoneTyped() {
    String content = "I typed " + Highlights.BEGIN + "this" + Highlights.END;

    assertThat(Highlights.of(content, List.of(content))).isEmpty();
  }
}

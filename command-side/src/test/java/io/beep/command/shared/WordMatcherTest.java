package io.beep.command.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordMatcherTest {

  private static @Nullable String find(String text, String... words) {
    return new WordMatcher(List.of(words)).find(text);
  }

  @Nested
  class WhenATextHasAWord {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "steam",
          "STEAM",
          "St\u00e9\u00e0m",
          "hot steam!",
          "**steam**",
          "l\u2019steam",
          "st\u200beam",
          "ste\u0301am",
          "\uff33\uff34\uff25\uff21\uff2d",
          "all(steam)all"
        })
    void shouldFindItHoweverItIsWritten(String text) {
      assertThat(find(text, "stEam")).isEqualTo("stEam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"steamer", "upsteam", "st eam", "", "!!!", "stea"})
    void shouldFindItWhole(String text) {
      assertThat(find(text, "steam")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
      "steam*, steamer, true",
      "steam*, steam, true",
      "steam*, upsteam, false",
      "*steam, upsteam, true",
      "*steam, steamer, false",
      "*team*, upsteamer, true",
      "hot water, very Hot  -Water-, true",
      "hot water, hot waters, false",
      "hot wat*, hot waters, true",
      "Stra\u00dfe, STRASSE, true",
      "\u0153uf, oeuf, true"
    })
    void shouldLetStarsStandForLettersAtTheEnds(String word, String text, boolean found) {
      assertThat(find(text, word) != null).isEqualTo(found);
    }

    @Test
    void shouldNameTheEarliestOfTheList() {
      assertThat(find("a b c", "c", "a")).isEqualTo("c");
      assertThat(find("she sells", "he*", "*he")).isEqualTo("*he");
    }
  }

  @Nested
  class WhenThereAreManyWordsAndLongTexts {

    /** Against the plain way: each word looked for by itself. */
    @Test
    void shouldFindWhatLookingForEachFinds() {
      Random random = new Random(1);
      for (int round = 0; round < 2_000; round++) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          words.add(
              (random.nextInt(3) == 0 ? "*" : "")
                  + letters(random, 3)
                  + (random.nextInt(3) == 0 ? "*" : ""));
        }
        String text = letters(random, 4) + " " + letters(random, 8) + " " + letters(random, 2);
        String expected =
            words.stream()
                .distinct()
                .filter(word -> FoldedText.of(text).contains(WordAutomaton.pattern(word)))
                .findFirst()
                .orElse(null);
        assertThat(new WordMatcher(words).find(text))
            .as("%s in %s", words, text)
            .isEqualTo(expected);
      }
    }

    private String letters(Random random, int most) {
      StringBuilder letters = new StringBuilder();
      for (int i = random.nextInt(most); i >= 0; i--) {
        letters.append((char) ('a' + random.nextInt(2)));
      }
      return letters.toString();
    }

    /** The worst that can be made: long words of one letter, and nothing but that letter. */
    @Test
    void shouldTakeOneWalk() {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        words.add("*" + "a".repeat(98 - i % 50) + "b" + i);
      }
      WordMatcher matcher = new WordMatcher(words);
      String text = "a".repeat(4_000);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            for (int i = 0; i < 1_000; i++) {
              assertThat(matcher.find(text)).isNull();
            }
          });
    }
  }

  @Nested
  class WhenAWordIsChosen {

    @ParameterizedTest
    @ValueSource(strings = {"x", "7", "a b", "ab*", "*ab", "\u00e9", "c++"})
    void shouldBeFound(String word) {
      assertThat(FilteredWords.canBeFound(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "**", "a*", "*!*", "a*b", "!!!", "***ab"})
    void shouldNotBeFoundNowhereOrEverywhere(String word) {
      assertThat(FilteredWords.canBeFound(word)).isFalse();
    }
  }
}

package io.beep.query.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.shared.DomainException;
import io.beep.query.message.SearchWords.Phrase;
import io.beep.query.message.SearchWords.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

  @Test
  void shouldTakeWordsAndPhrasesApart() {
    assertThat(SearchWords.parse("  one \"two three\" four").terms())
        .containsExactly(new Word("one"), new Phrase("two three"), new Word("four"));
  }

  @Test
  void shouldTakeAQuoteThatIsNeverClosedForNone() {
    assertThat(SearchWords.parse("\"one two").terms())
        .containsExactly(new Word("one"), new Word("two"));
  }

  @Test
  void shouldLeaveOutWhatIsNotInTheIndex() {
    assertThat(SearchWords.parse("hello !!! \"...\"").terms()).containsExactly(new Word("hello"));
    assertThat(SearchWords.parse("?").terms()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void shouldRefuseNothing(String typed) {
    assertThatThrownBy(() -> SearchWords.parse(typed)).isInstanceOf(DomainException.class);
  }

  @Test
  void shouldCountCharactersAsPeopleDo() {
    assertThat(SearchWords.parse("😀".repeat(200)).terms()).hasSize(1);
    assertThatThrownBy(() -> SearchWords.parse("a".repeat(201)))
        .isInstanceOf(DomainException.class);
  }
}

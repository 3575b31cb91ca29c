package io.beep.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static Properties file(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                WordsTest.class.getResourceAsStream("/io/beep/identity/" + name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void shouldSayTheSameThingsInEveryLanguage() throws IOException {
    assertThat(file("words_fr.properties").keySet()).isEqualTo(file("words.properties").keySet());
  }

  @Test
  void shouldCountMinutesAsPeopleDo() {
    Words english = Words.of(Locale.ENGLISH);
    Words french = Words.of(Locale.CANADA_FRENCH);

    assertThat(english.get("error.limited", 1L)).endsWith("in a minute.");
    assertThat(english.get("error.limited", 15L)).endsWith("in 15 minutes.");
    assertThat(french.get("error.limited", 1L))
        .isEqualTo("Trop d’essais. Revenez dans une minute.");
  }

  @Test
  void shouldSpeakEnglishToThoseWhoseLanguageItDoesNotKnow() {
    assertThat(Words.of(Locale.JAPANESE).language()).isEqualTo("en");
  }
}

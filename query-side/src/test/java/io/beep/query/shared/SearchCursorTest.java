package io.beep.query.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.shared.DomainException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCursorTest {

  private static final UUID ID = UUID.fromString("01958f6e-0000-7000-8000-000000000001");

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 0.1, 12.345678, 1.0E-5, 3.4E10, 0.00012345678})
  void shouldComeBackAsItWas(double score) {
    SearchCursor cursor = new SearchCursor(score, ID);

    assertThat(SearchCursor.decode(cursor.encode())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not base64!",
        "1.0",
        "NaN:01958f6e-0000-7000-8000-000000000001",
        "1.0:nothing",
        "1.0:01958f6e-0000-7000-8000-000000000001 or more"
      })
  void shouldRefuseWhatNoSearchAnswered(String text) {
    String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> SearchCursor.decode(encoded)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> SearchCursor.decode(text)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> SearchCursor.decode("A".repeat(100_000)))
        .isInstanceOf(DomainException.class);
  }
}

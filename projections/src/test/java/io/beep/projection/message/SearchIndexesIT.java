package io.beep.projection.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.readmodel.message.MessageDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchIndexesIT {

  private final SearchIndexes indexes = new SearchIndexes(new SearchCalls(SearchNode.client()));

  @BeforeEach
  @AfterEach
  void removeAll() {
    indexes.all().forEach(indexes::delete);
  }

  @Test
  void shouldMakeTheFirstOneAndHaveItSearched() {
    indexes.ensureServing();
    indexes.ensureServing();

    assertThat(indexes.all()).containsExactly(MessageDocument.INDEX);
    assertThat(indexes.serving()).containsExactly(MessageDocument.INDEX);
  }

  @Test
  void shouldHaveOneSearchedAtATime() {
    indexes.ensureServing();
    String next = indexes.next();
    indexes.create(next);
    indexes.create(next);

    assertThat(next).isEqualTo(MessageDocument.INDEX + "-2");
    assertThat(indexes.isServing(next)).isFalse();
    assertThat(indexes.serving()).containsExactly(MessageDocument.INDEX);
    assertThat(indexes.next()).isEqualTo(MessageDocument.INDEX + "-3");

    indexes.serve(next);

    assertThat(indexes.serving()).containsExactly(next);
  }

  @Test
  void shouldRefreshAsItsDefinitionSays() throws IOException {
    try (InputStream definition =
        MessageDocument.class.getResourceAsStream(MessageDocument.DEFINITION)) {
      assertThat(
              new String(Objects.requireNonNull(definition).readAllBytes(), StandardCharsets.UTF_8))
          .contains("\"refresh_interval\": \"" + MessageDocument.REFRESH_INTERVAL + "\"");
    }
  }
}

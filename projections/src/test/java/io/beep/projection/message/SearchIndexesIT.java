package io.beep.projection.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.projection.shared.SearchNode;
import io.beep.projection.shared.index.SearchCalls;
import io.beep.projection.shared.index.SearchIndexes;
import io.beep.readmodel.message.MessageDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchIndexesIT {

  private final SearchIndexes indexes =
      new SearchIndexes(new SearchCalls(SearchNode.client()), MessageDocument.SHAPE);

  @BeforeEach
  @AfterEach
  void removeAll() {
    indexes.all().forEach(indexes::delete);
  }

  @Test
  void shouldMakeTheFirstOneAndHaveItSearched() {
    indexes.ensureServing();
    indexes.ensureServing();

    assertThat(indexes.all()).containsExactly(MessageDocument.SHAPE.index());
    assertThat(indexes.serving()).containsExactly(MessageDocument.SHAPE.index());
  }

  @Test
  void shouldHaveOneSearchedAtATime() {
    indexes.ensureServing();
    String next = indexes.next();
    indexes.create(next);
    indexes.create(next);

    assertThat(next).isEqualTo(MessageDocument.SHAPE.index() + "-2");
    assertThat(indexes.isServing(next)).isFalse();
    assertThat(indexes.serving()).containsExactly(MessageDocument.SHAPE.index());
    assertThat(indexes.next()).isEqualTo(MessageDocument.SHAPE.index() + "-3");

    indexes.serve(next);

    assertThat(indexes.serving()).containsExactly(next);
  }

  @Test
  void shouldRefreshAsItsDefinitionSays() throws IOException {
    try (InputStream definition =
        MessageDocument.class.getResourceAsStream(MessageDocument.SHAPE.definition())) {
      assertThat(
              new String(Objects.requireNonNull(definition).readAllBytes(), StandardCharsets.UTF_8))
          .contains("\"refresh_interval\": \"" + MessageDocument.SHAPE.refreshInterval() + "\"");
    }
  }
}

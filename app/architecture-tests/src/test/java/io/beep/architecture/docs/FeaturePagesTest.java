package io.beep.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.beep.architecture.Codebase;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/features/<feature>.md} lists every slice of its feature. */
class FeaturePagesTest {

  private static final Path PAGES = Codebase.directory().resolve("docs/features");

  static Stream<Map.Entry<String, Set<String>>> features() {
    return messages().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("features")
  void shouldListEverySlice(Map.Entry<String, Set<String>> feature) {
    Path page = PAGES.resolve(feature.getKey() + ".md");

    assertThat(page).exists();
    assertThat(MarkdownFile.read(page).code()).containsAll(feature.getValue());
  }

  @Test
  void shouldKnowTheFeatures() {
    assertThat(messages().keySet()).contains("server", "channel", "message", "user");
    assertThat(messages().get("message"))
        .contains("SendMessage", "MessageSent", "ListChannelMessages");
  }

  @Test
  void shouldBePagesOfFeaturesThatThereAre() throws Exception {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(messages().keySet());
    }
  }

  private static Map<String, Set<String>> messages() {
    return Codebase.PRODUCTION.stream()
        .filter(type -> !type.isInterface())
        .filter(
            type ->
                List.of(Command.class, DomainEvent.class, Query.class).stream()
                    .anyMatch(type::isAssignableTo))
        .collect(
            Collectors.groupingBy(
                type -> type.getPackage().getRelativeName(),
                TreeMap::new,
                Collectors.mapping(
                    JavaClass::getSimpleName, Collectors.toCollection(TreeSet::new))));
  }
}

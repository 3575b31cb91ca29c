package io.beep.architecture.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.architecture.Codebase;
import io.beep.coreapi.EventCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/**
 * No golden file ever goes. That each says what its event says is core-api's own test; here it is
 * that none is missing, and that none is of an event that nobody knows any more.
 */
class GoldenFilesTest {

  private static final Path DIRECTORY =
      Codebase.directory().resolve("core-api/src/test/resources/golden");
  private static final Pattern NAME = Pattern.compile("([a-z]+\\.\\w+)\\.r([1-9]\\d*)\\.json");

  @Test
  void shouldBeThereForEachRevisionThatEverWas() throws IOException {
    assertThat(files())
        .containsAll(
            EventCatalog.EVENTS.classes().stream().flatMap(GoldenFilesTest::expected).toList());
  }

  @Test
  void shouldBeOfNamesThatStillResolve() throws IOException {
    assertThat(files())
        .isNotEmpty()
        .allSatisfy(
            file -> {
              Matcher name = NAME.matcher(file);
              assertThat(name.matches()).isTrue();
              assertThat(EventCatalog.EVENTS.classOf(name.group(1))).isNotNull();
            });
  }

  private static Stream<String> expected(Class<?> event) {
    int revision = Integer.parseInt(event.getAnnotation(Revision.class).value());
    return IntStream.rangeClosed(1, revision)
        .mapToObj(number -> EventCatalog.EVENTS.nameOf(event) + ".r" + number + ".json");
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}

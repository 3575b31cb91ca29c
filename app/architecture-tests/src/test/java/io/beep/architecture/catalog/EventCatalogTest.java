package io.beep.architecture.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.beep.architecture.Codebase;
import io.beep.coreapi.EventCatalog;
import io.beep.gateway.shared.http.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/event-catalog} says what the code says. {@code ./beep catalog}, which is this test
 * with {@code -Dbeep.catalog.write=true}, writes the pages.
 */
class EventCatalogTest {

  private static final Path DIRECTORY = Codebase.directory().resolve("docs/event-catalog");

  @Test
  void shouldSayWhatTheCodeSays() throws IOException {
    SortedMap<String, String> pages = Catalog.pages();
    if (Boolean.getBoolean("beep.catalog.write")) {
      write(pages);
    }

    assertThat(differences(pages, read()))
        .as("docs/event-catalog is not what the code says. To write it anew: ./beep catalog")
        .isEmpty();
  }

  @Test
  void shouldTellWhereItDiffers() {
    SortedMap<String, String> pages =
        new TreeMap<>(Map.of("a.md", "one\ntwo\n", "b.md", "", "c.md", "same"));
    SortedMap<String, String> written =
        new TreeMap<>(Map.of("a.md", "one\n2\nthree", "d.md", "", "c.md", "same"));

    assertThat(differences(pages, written))
        .containsExactly(
            "a.md, line 2: is <2>, should be <two>",
            "b.md is missing",
            "d.md is of nothing that there is");
  }

  @Test
  void shouldBeTheSameEachTime() {
    assertThat(Catalog.pages()).isEqualTo(Catalog.pages());
  }

  @Test
  void shouldKnowWhoSendsAndHandlesAMessage() {
    String page = Catalog.pages().get("message.md");

    assertThat(page)
        .contains("### SendMessage", "`POST /api/channels/{channelId}/messages`")
        .contains("**decided by** [`Message`]", "**leads to** [`MessageSent`](#messagesent)")
        .contains("**stored as** `message.MessageSent`, revision 1")
        .contains("[`ChannelTimelineProjection`]", "**on the feed** as `message.sent`")
        .contains("| `replyTo` | id: `MessageId` | may be missing | the message that it answers |");
  }

  @Test
  void shouldHaveEveryEventThatIsStored() {
    assertThat(new Knowledge().features().stream().flatMap(feature -> feature.events().stream()))
        .containsExactlyInAnyOrderElementsOf(EventCatalog.EVENTS.classes());
  }

  @Test
  void shouldKnowTheAddressOfEveryEndpoint() {
    List<JavaClass> endpoints =
        Codebase.PRODUCTION.stream()
            .filter(type -> !type.isInterface() && type.isAssignableTo(Endpoint.class))
            .toList();

    assertThat(endpoints).isNotEmpty();
    assertThat(endpoints)
        .filteredOn(endpoint -> Edge.address(endpoint).isEmpty())
        .as("endpoints whose operation is in no static field, where the catalog looks for it")
        .isEmpty();
  }

  /** Where each page first differs from what it should be. */
  private static List<String> differences(
      SortedMap<String, String> pages, SortedMap<String, String> written) {
    SortedMap<String, String> all = new TreeMap<>(written);
    all.putAll(pages);
    return all.keySet().stream()
        .map(name -> difference(name, pages.get(name), written.get(name)))
        .filter(difference -> !difference.isEmpty())
        .toList();
  }

  private static String difference(String name, @Nullable String page, @Nullable String written) {
    if (page == null || written == null) {
      return name + (page == null ? " is of nothing that there is" : " is missing");
    }
    String[] should = page.split("\n", -1);
    String[] is = written.split("\n", -1);
    int line = Arrays.mismatch(should, is);
    return line < 0
        ? ""
        : "%s, line %d: is <%s>, should be <%s>"
            .formatted(name, line + 1, at(is, line), at(should, line));
  }

  private static String at(String[] lines, int index) {
    return index < lines.length ? lines[index] : "the end";
  }

  private static void write(SortedMap<String, String> pages) throws IOException {
    Files.createDirectories(DIRECTORY);
    for (String old : read().keySet()) {
      Files.delete(DIRECTORY.resolve(old));
    }
    for (String name : pages.keySet()) {
      Files.writeString(DIRECTORY.resolve(name), pages.get(name));
    }
  }

  private static SortedMap<String, String> read() throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    if (Files.isDirectory(DIRECTORY)) {
      try (Stream<Path> files = Files.list(DIRECTORY)) {
        for (Path file : files.toList()) {
          found.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
      }
    }
    return found;
  }
}

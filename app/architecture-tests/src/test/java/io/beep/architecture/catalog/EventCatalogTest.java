package io.beep.architecture.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.architecture.Codebase;
import io.beep.coreapi.EventCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    SortedMap<String, String> written = read();

    assertThat(written.keySet())
        .as("pages of docs/event-catalog; write them with: ./beep catalog")
        .isEqualTo(pages.keySet());
    assertThat(pages)
        .allSatisfy(
            (name, text) ->
                assertThat(written.get(name))
                    .as("docs/event-catalog/%s; write it with: ./beep catalog", name)
                    .isEqualTo(text));
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

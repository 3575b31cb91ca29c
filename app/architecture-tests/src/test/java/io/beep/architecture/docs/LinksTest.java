package io.beep.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.architecture.Codebase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  @TempDir Path directory;

  @Test
  void shouldLeadSomewhere() {
    List<MarkdownFile> pages = MarkdownFile.below(Codebase.directory());

    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(pages.stream().flatMap(page -> page.brokenLinks().map(link -> page + ": " + link)))
        .isEmpty();
  }

  @Test
  void shouldFindThoseThatLeadNowhere() throws IOException {
    Files.writeString(directory.resolve("other.md"), "# One `thing`, two\n\n<a id=\"here\"></a>\n");
    MarkdownFile page =
        page(
            """
            [a](missing.md) [b](other.md#nothing) ![c](missing.png "title") [`d`](#here)

            [e]: ../missing.txt
            """);

    assertThat(page.brokenLinks())
        .containsExactly(
            "missing.md", "other.md#nothing", "missing.png", "#here", "../missing.txt");
  }

  @Test
  void shouldFollowThoseThatLeadSomewhere() throws IOException {
    Files.writeString(
        directory.resolve("other.md"),
        "# One `thing`, two\n# Twice\n# Twice\n<a id=\"a.b\"></a>\n");
    MarkdownFile page =
        page(
            """
            # Here

            [a](other.md) [`b`](other.md#one-thing-two) [c](other.md#twice-1) [d](other.md#a.b) [e](#here)
            [f](https://example.org/x) `[g](missing.md)` [h](.)

            ```
            [i](missing.md)
            ```
            """);

    assertThat(page.brokenLinks()).isEmpty();
  }

  private MarkdownFile page(String text) throws IOException {
    return MarkdownFile.read(Files.writeString(directory.resolve("page.md"), text));
  }
}

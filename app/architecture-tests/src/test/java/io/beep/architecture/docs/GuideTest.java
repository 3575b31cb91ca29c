package io.beep.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.architecture.Codebase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guide shows of the code is in one of the files that it links to. */
class GuideTest {

  @TempDir Path directory;

  @Test
  void shouldShowTheCodeAsItIs() throws IOException {
    MarkdownFile guide =
        MarkdownFile.read(Codebase.directory().resolve("docs/guide/add-a-feature.md"));

    assertThat(piecesOf(guide)).hasSizeGreaterThan(15);
    assertThat(invented(guide)).isEmpty();
  }

  @Test
  void shouldFindWhatIsNotInTheCode() throws IOException {
    Files.writeString(
        directory.resolve("Here.java"), "class Here {\n  int a = 1;\n  int b = 2;\n}\n");
    MarkdownFile page =
        MarkdownFile.read(
            Files.writeString(
                directory.resolve("page.md"),
                """
                [Here](Here.java)

                ```java
                class Here {
                    int a = 1;
                  …
                }

                int b = 3;
                ```
                """));

    assertThat(invented(page)).containsExactly("int b = 3;");
  }

  private static List<String> invented(MarkdownFile page) throws IOException {
    Set<String> code = new TreeSet<>();
    for (Path file : page.linkedFiles().toList()) {
      code.add(unspaced(Files.readString(file)));
    }
    return piecesOf(page)
        .filter(piece -> code.stream().noneMatch(text -> text.contains(unspaced(piece))))
        .toList();
  }

  /** Paragraphs, and what stands around an ellipsis. */
  private static Stream<String> piecesOf(MarkdownFile page) {
    return page.blocks()
        .flatMap(block -> Stream.of(block.split("\n\\s*\n|…")))
        .filter(piece -> !piece.isBlank());
  }

  private static String unspaced(String text) {
    return text.replaceAll("\\s", "");
  }
}

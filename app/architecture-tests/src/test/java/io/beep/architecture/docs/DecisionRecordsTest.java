package io.beep.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.architecture.Codebase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionRecordsTest {

  private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern STATUS =
      Pattern.compile("(?m)^Status: (proposed|accepted|rejected|superseded by \\[.+)");
  private static final List<String> PARTS =
      List.of("Context", "Options", "Decision", "Consequences");

  @TempDir Path directory;

  @Test
  void shouldHaveNumbersOfTheirOwnAndAllTheirParts() {
    Path records = Codebase.directory().resolve("docs/adr");

    assertThat(MarkdownFile.below(records)).hasSizeGreaterThan(5);
    assertThat(faults(records)).isEmpty();
  }

  @Test
  void shouldFindWhatIsWrong() throws IOException {
    String whole = "Status: accepted\n\n## Context\n## Options\n## Decision\n## Consequences\n";
    write("0001-one.md", "# 0001 One\n" + whole);
    write("0001-again.md", "# 0001 Again\n" + whole);
    write("0002-title.md", "# 2 Title\n" + whole);
    write("0003-open.md", "# 0003 Open\n" + whole.replace("accepted", "maybe"));
    write("0004-half.md", "# 0004 Half\n" + whole.replace("## Options\n", ""));
    write("Five.md", "# 0005 Five\n" + whole);

    assertThat(faults(directory))
        .containsExactlyInAnyOrder(
            "0001-one.md has a number that another one has",
            "0002-title.md is not entitled # 0002 …",
            "0003-open.md has no status",
            "0004-half.md lacks [Options]",
            "Five.md is not called 0000-like-this.md");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static List<String> faults(Path records) {
    List<String> faults = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    MarkdownFile.below(records).stream()
        .sorted((one, other) -> one.path().compareTo(other.path()))
        .forEach(record -> faults.addAll(faults(record, numbers)));
    return faults;
  }

  private static List<String> faults(MarkdownFile record, Set<String> numbers) {
    String name = String.valueOf(record.path().getFileName());
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return List.of(name + " is not called 0000-like-this.md");
    }
    List<String> faults = new ArrayList<>();
    if (!numbers.add(matcher.group(1))) {
      faults.add(name + " has a number that another one has");
    }
    if (!record.text().startsWith("# " + matcher.group(1) + " ")) {
      faults.add(name + " is not entitled # " + matcher.group(1) + " …");
    }
    if (!STATUS.matcher(record.text()).find()) {
      faults.add(name + " has no status");
    }
    List<String> missing = new ArrayList<>(PARTS);
    missing.removeAll(record.headings());
    if (!missing.isEmpty()) {
      faults.add(name + " lacks " + missing);
    }
    return faults;
  }
}

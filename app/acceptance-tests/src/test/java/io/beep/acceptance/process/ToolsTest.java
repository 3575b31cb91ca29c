package io.beep.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.BeepCommand;
import io.beep.acceptance.shared.BeepCommand.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./beep build} on a machine that lacks what building needs. */
class ToolsTest {

  /** All that the command uses before it builds. */
  private static final List<String> USUAL =
      List.of(
          "bash",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "sed",
          "sort",
          "touch",
          "tr");

  @TempDir private Path machine;

  @BeforeEach
  void setUpTheMachine() throws IOException {
    Files.createDirectory(machine.resolve("bin"));
    for (String name : USUAL) {
      tool(name, "exec " + whereIs(name) + " \"$@\"");
    }
    Path checkout = Files.createDirectory(machine.resolve("checkout"));
    Files.copy(
        BeepCommand.repository().resolve("beep"),
        checkout.resolve("beep"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectory(checkout.resolve("web"));
  }

  @Test
  void shouldSayWhereToGetMaven() throws Exception {
    tool("node", "echo v22.12.0");
    tool("npm", "exit 1");

    assertRefused("Maven 3.8.7", "apt-get install maven");
  }

  @Test
  void shouldSayWhenMavenIsTooOld() throws Exception {
    tool("mvn", "echo Apache Maven 3.6.3");
    tool("node", "echo v22.12.0");
    tool("npm", "exit 1");

    assertRefused("Maven 3.8.7", "3.6.3");
  }

  @Test
  void shouldSayWhereToGetNodeBeforeItBuildsAnything() throws Exception {
    tool("mvn", "case $1 in -v) echo Apache Maven 3.9.9 ;; *) touch built ;; esac");

    assertRefused("Node 20.19", "apt-get install nodejs npm");
    assertThat(machine.resolve("checkout/built")).doesNotExist();
  }

  @Test
  void shouldSayWhenNodeIsTooOld() throws Exception {
    tool("mvn", "echo Apache Maven 3.9.9");
    tool("node", "echo v18.20.4");
    tool("npm", "exit 1");

    assertRefused("Node 20.19", "18.20.4");
  }

  private static Path whereIs(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private void tool(String name, String script) throws IOException {
    Path file = machine.resolve("bin").resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void assertRefused(String... words) {
    Outcome outcome =
        BeepCommand.runElsewhere(
            machine.resolve("checkout"), machine.resolve("bin").toString(), "build");

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
    assertThat(outcome.err()).startsWith("beep: needs ").contains(List.of(words));
  }
}

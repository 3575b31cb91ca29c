package io.beep.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.BeepCommand;
import io.beep.acceptance.shared.BeepCommand.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
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

  @Test
  void shouldTellAJdkBesideWhatIsAddedToIt() throws Exception {
    assertRefusedWith(Map.of("JAVA_TOOL_OPTIONS", "-Dof=a.proxy"), "Maven 3.8.7");
  }

  @Test
  void shouldLookForAJdkWhereThereIsNoHome() throws Exception {
    assertRefusedWith(Map.of("HOME", "", "JAVA_HOME", ""), "needs");
  }

  @Test
  void shouldSayThatNothingIsBuiltWhereItIsTold() throws Exception {
    Outcome outcome =
        BeepCommand.runElsewhere(
            machine.resolve("checkout"),
            Map.of("PATH", machine.resolve("bin").toString(), "BEEP_HOME", "nowhere"),
            "token",
            "ada");

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.err())
        .isEqualTo(
            "beep: there is no built Beep in %s (BEEP_HOME).\n"
                .formatted(machine.resolve("checkout/nowhere")));
  }

  @Test
  void shouldEndWhatItBuildsWithWhenItIsInterrupted() throws Exception {
    tool("node", "echo v22.12.0");
    tool("npm", "exit 1");
    tool(
        "mvn",
        "case $1 in -v) echo Apache Maven 3.9.9 ;; *) echo $$ > pid; exec sleep 600 ;; esac");

    Process beep =
        BeepCommand.startElsewhere(
            machine.resolve("checkout"), machine.resolve("bin").toString(), "build");
    ProcessHandle maven = await().until(this::maven, Objects::nonNull);
    // Its own way to end a process closes what the process says, too.
    beep.toHandle().destroy();

    assertThat(beep.waitFor()).isEqualTo(130);
    await().until(() -> !maven.isAlive());
    assertThat(beep.errorReader().lines()).noneMatch(line -> line.contains("failed"));
  }

  private @Nullable ProcessHandle maven() throws IOException {
    Path file = machine.resolve("checkout/pid");
    String pid = Files.exists(file) ? Files.readString(file).strip() : "";
    return pid.isEmpty() ? null : ProcessHandle.of(Long.parseLong(pid)).orElse(null);
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
    assertRefusedWith(Map.of(), words);
  }

  private void assertRefusedWith(Map<String, String> variables, String... words) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PATH", machine.resolve("bin").toString());
    Outcome outcome = BeepCommand.runElsewhere(machine.resolve("checkout"), environment, "build");

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
    assertThat(outcome.err()).startsWith("beep: needs ").contains(List.of(words));
  }
}

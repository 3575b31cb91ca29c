package io.beep.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {

  @TempDir private Path cache;

  @Test
  void shouldUnpackOnceForTwoProcessesAfterAThirdWasInterrupted() throws Exception {
    Path interrupted = Files.createDirectory(cache.resolve("postgres-0123456789abcdef.unpacking"));
    Files.createDirectory(cache.resolve("detour"));
    Files.writeString(interrupted.resolve("half-a-file"), "");

    Path unpacked;
    try (ChildJvm one = ChildJvm.run(BinariesUnpacker.class, cache.toString());
        ChildJvm other = ChildJvm.run(BinariesUnpacker.class, cache + "/detour/..")) {
      unpacked = Path.of(one.line());
      assertThat(Path.of(other.line())).isEqualTo(unpacked);
    }

    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left.filter(Files::isDirectory))
          .containsExactlyInAnyOrder(unpacked, cache.resolve("detour"));
    }
    ProgramRun version =
        ProgramRun.of(
            Duration.ofSeconds(10),
            List.of(new PostgresBinaries(unpacked).postgres().toString(), "--version"));
    assertThat(version.output()).startsWith("postgres (PostgreSQL)");
  }
}

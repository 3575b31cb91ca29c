package io.beep.app.operations.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerIdTest {

  private static final String ID = "3f1c".repeat(16);

  @TempDir Path directory;

  @Test
  void shouldFindItWhereTheKernelTellsIt() throws IOException {
    Path bare = Files.writeString(directory.resolve("cgroup"), "0::/\n");
    Path mounts =
        Files.writeString(
            directory.resolve("mountinfo"),
            "1 2 0:1 /var/lib/docker/containers/" + ID + "/hostname /etc/hostname rw\n");

    assertThat(ContainerId.find(List.of(directory.resolve("none"), bare, mounts)))
        .contains(ID.substring(0, 12));
    assertThat(ContainerId.find(List.of(bare))).isEmpty();
  }

  @Test
  void shouldAlwaysKnowSomeName() {
    assertThat(ContainerId.find()).isNotBlank();
  }
}

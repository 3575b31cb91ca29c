package io.beep.app.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Small programs of the system that change how a child runs. */
final class Programs {

  private Programs() {}

  /**
   * Starts a child in a session of its own, so that a Ctrl-C in the terminal reaches only this
   * process, which then ends its children in order. Empty where there is no such program.
   */
  static List<String> ownSession() {
    return isInstalled("setsid") ? List.of("setsid") : List.of();
  }

  static boolean isInstalled(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}

package io.beep.app.operations.logging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By which name the container, or the machine, is known from outside. */
final class ContainerId {

  /** The kernel tells it here, depending on its version and on the engine. */
  private static final List<Path> PLACES =
      List.of(Path.of("/proc/self/cgroup"), Path.of("/proc/self/mountinfo"));

  private static final Pattern ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

  /** As engines show it. */
  private static final int SHOWN = 12;

  private ContainerId() {}

  static String find() {
    return find(PLACES).orElseGet(ContainerId::hostName);
  }

  static Optional<String> find(List<Path> places) {
    for (Path place : places) {
      try {
        Matcher id = ID.matcher(Files.readString(place));
        if (id.find()) {
          return Optional.of(id.group().substring(0, SHOWN));
        }
      } catch (IOException e) {
        // Not told here; perhaps at the next place.
      }
    }
    return Optional.empty();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}

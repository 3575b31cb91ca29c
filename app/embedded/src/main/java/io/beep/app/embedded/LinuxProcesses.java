package io.beep.app.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Running processes as {@code /proc} shows them. */
final class LinuxProcesses {

  private static final Path PROC = Path.of("/proc");

  private LinuxProcesses() {}

  /** The live processes whose current directory is the given one. */
  static List<Long> workingIn(Path directory) throws IOException {
    Path real = directory.toRealPath();
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (worksIn(process, real) && isAlive(process)) {
          found.add(Long.valueOf(process.getFileName().toString()));
        }
      }
    }
    return found;
  }

  /** Whether a signal to this number would reach something, be it a zombie. */
  static boolean isTaken(long pid) {
    return Files.exists(PROC.resolve(Long.toString(pid)));
  }

  static boolean isAlive(long pid) {
    return isAlive(PROC.resolve(Long.toString(pid)));
  }

  private static boolean worksIn(Path process, Path directory) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(directory);
    } catch (AccessDeniedException _) {
      return isNamedInCommand(process, directory);
    } catch (IOException _) {
      return false; // gone meanwhile
    }
  }

  /**
   * In a container even root may be refused a look at another user's process; its arguments can
   * always be read.
   */
  private static boolean isNamedInCommand(Path process, Path directory) {
    try {
      return List.of(Files.readString(process.resolve("cmdline")).split("\\x00", -1))
          .contains(directory.toString());
    } catch (IOException _) {
      return false;
    }
  }

  /** A zombie has let go of everything but its number. */
  private static boolean isAlive(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException _) {
      return false;
    }
  }
}

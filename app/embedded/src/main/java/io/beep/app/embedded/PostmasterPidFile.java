package io.beep.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a postmaster writes into its data directory about itself.
 *
 * @param pid {@link #NO_PID} when there is no file, or nothing legible in it, as after a power cut
 * @param ready whether that process accepts connections
 */
record PostmasterPidFile(long pid, boolean ready) {

  static final long NO_PID = -1;

  private static final int STATUS_LINE = 7;

  static Path in(Path data) {
    return data.resolve("postmaster.pid");
  }

  static PostmasterPidFile read(Path data) throws IOException {
    List<String> lines = lines(in(data));
    boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    return new PostmasterPidFile(lines.isEmpty() ? NO_PID : number(lines.getFirst()), ready);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private static long number(String line) {
    try {
      return Long.parseLong(line.strip());
    } catch (NumberFormatException _) {
      return NO_PID;
    }
  }
}

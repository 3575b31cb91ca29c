package io.beep.loadtest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about itself, within its text: {@code beep-bench/<run>/<number>/<due>/}. The
 * characters need no escape in JSON, so a listener finds the stamp in the bytes of a frame without
 * parsing them.
 *
 * @param number of the message over all senders, or {@link #PROBE}
 * @param dueNanos when it was due, in nanoseconds after the start of the run
 */
record Stamp(long number, long dueNanos) {

  /** Marks a message that only finds out whether streams are open. */
  static final long PROBE = -1;

  private static final String MARK = "beep-bench/";
  private static final String FILLER =
      "Lunch at the usual place? The build is green again, and the release notes are on the wiki. ";

  boolean isProbe() {
    return number == PROBE;
  }

  /** The text of a message with this stamp, of about {@code size} characters. */
  String content(String run, int size) {
    StringBuilder text = new StringBuilder(size).append(MARK).append(run).append('/');
    text.append(number).append('/').append(dueNanos).append("/ ");
    while (text.length() < size) {
      text.append(FILLER, 0, Math.min(FILLER.length(), size - text.length()));
    }
    return text.toString().strip();
  }

  /** What stands before the number in messages of this run. */
  static byte[] markOf(String run) {
    return (MARK + run + '/').getBytes(StandardCharsets.US_ASCII);
  }

  /** The stamp in the first {@code length} bytes of a frame, or null when there is none. */
  static @Nullable Stamp find(byte[] mark, byte[] bytes, int length) {
    int at = indexOf(mark, bytes, length);
    if (at < 0) {
      return null;
    }
    int numberAt = at + mark.length;
    int numberEnd = slash(bytes, numberAt, length);
    int dueEnd = numberEnd < 0 ? -1 : slash(bytes, numberEnd + 1, length);
    if (dueEnd < 0) {
      return null;
    }
    return new Stamp(number(bytes, numberAt, numberEnd), number(bytes, numberEnd + 1, dueEnd));
  }

  private static int indexOf(byte[] mark, byte[] bytes, int length) {
    int last = length - mark.length;
    for (int at = 0; at <= last; at++) {
      if (bytes[at] == mark[0]
          && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    return -1;
  }

  private static int slash(byte[] bytes, int from, int length) {
    for (int at = from; at < length; at++) {
      if (bytes[at] == '/') {
        return at;
      }
    }
    return -1;
  }

  private static long number(byte[] bytes, int from, int to) {
    return Long.parseLong(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
  }
}

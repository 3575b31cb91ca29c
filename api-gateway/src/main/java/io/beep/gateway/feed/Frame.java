package io.beep.gateway.feed;

import java.nio.charset.StandardCharsets;

/**
 * One server-sent event, ready to be sent, shared by all who get it.
 *
 * @param position what the client then knows of the event stream, {@link #NO_POSITION} for signals
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose, and compared by nobody.
record Frame(long position, byte[] bytes) {

  static final long NO_POSITION = -1;

  static final Frame COMMENT = comment("");

  static Frame comment(String text) {
    return new Frame(NO_POSITION, (": " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param json on one line
   */
  static Frame of(long position, String type, byte[] json) {
    String head =
        (position == NO_POSITION ? "" : "id: " + position + "\n") + "event: " + type + "\ndata: ";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[start.length + json.length + 2];
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(json, 0, bytes, start.length, json.length);
    bytes[bytes.length - 2] = '\n';
    bytes[bytes.length - 1] = '\n';
    return new Frame(position, bytes);
  }

  /** The same behind a comment line, for whoever takes the comments for the signs of life. */
  Frame behindComment() {
    byte[] behind = new byte[bytes.length + 2];
    behind[0] = ':';
    behind[1] = '\n';
    System.arraycopy(bytes, 0, behind, 2, bytes.length);
    return new Frame(position, behind);
  }

  int size() {
    return bytes.length;
  }
}

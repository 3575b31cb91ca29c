package io.beep.app.standalone;

import io.beep.app.operations.control.ControlAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command says to the operator while it works: lines, each with a sign before it that tells
 * what kind of line it is. Each is sent at once, so that a listener who went away is noticed.
 */
final class StreamedAnswer implements ControlAnswer {

  /** A result, which stays on the screen. */
  static final char LINE = '+';

  /** How far it is; the next line takes its place. */
  static final char PROGRESS = '~';

  /** Why it failed; the last line. */
  static final char FAILURE = '!';

  private final OutputStream out;

  StreamedAnswer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void line(String text) throws IOException {
    send(LINE, text);
  }

  @Override
  public void progress(String text) throws IOException {
    send(PROGRESS, text);
  }

  void failure(String text) throws IOException {
    send(FAILURE, text);
  }

  private void send(char kind, String text) throws IOException {
    synchronized (out) {
      out.write((kind + text.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}

package io.beep.app.operations.control;

import java.io.PrintStream;
import java.time.Duration;

/** Shows an answer to who sits before a console, or in a file that a console was led to. */
public final class ConsoleAnswer implements ControlAnswer {

  /** So often progress is told where it cannot be written over. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean overwrites;
  private long lastProgress = System.nanoTime() - BETWEEN_LINES.toNanos();
  private int shown;

  /**
   * @param overwrites whether a line can be written over
   */
  public ConsoleAnswer(PrintStream out, boolean overwrites) {
    this.out = out;
    this.overwrites = overwrites;
  }

  /** On standard output. */
  public static ConsoleAnswer ofThisProcess() {
    return new ConsoleAnswer(System.out, System.console() != null && System.console().isTerminal());
  }

  @Override
  public void line(String text) {
    clear();
    out.println(text);
  }

  @Override
  public void progress(String text) {
    if (overwrites) {
      clear();
      out.print(text);
      out.flush();
      shown = text.length();
    } else if (System.nanoTime() - lastProgress >= BETWEEN_LINES.toNanos()) {
      lastProgress = System.nanoTime();
      out.println(text);
    }
  }

  /** Takes away what progress left. */
  public void clear() {
    if (shown > 0) {
      out.print("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }
}

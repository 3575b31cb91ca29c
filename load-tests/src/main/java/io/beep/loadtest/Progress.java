package io.beep.loadtest;

import java.util.Locale;

/** Tells a person on standard error how far a long step is; standard output is for figures. */
final class Progress {

  private static final int STEPS = 10;

  private Progress() {}

  static void told(String what) {
    System.err.println(what);
  }

  /** Tells every tenth part of the way. */
  static void told(String what, int done, int count) {
    if (done == count || done % Math.max(1, count / STEPS) == 0) {
      System.err.println(String.format(Locale.ROOT, "%s: %,d of %,d", what, done, count));
    }
  }
}

package io.beep.acceptance.endurance;

/** What a test of endurance saw, for whoever reads the console. */
final class Told {

  private Told() {}

  static void of(String test, String news) {
    System.out.println("[" + test + "] " + news);
  }
}

package io.beep.acceptance.shared;

import java.util.UUID;

/** Ids, and what is none. */
public final class Ids {

  public static final String UUID_V7 =
      "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private Ids() {}

  /** Of nothing at all. */
  public static String ofNothing() {
    return UUID.randomUUID().toString();
  }
}

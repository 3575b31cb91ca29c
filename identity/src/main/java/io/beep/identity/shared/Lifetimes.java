package io.beep.identity.shared;

import java.time.Duration;

/** How long what identity gives out is good for. */
public final class Lifetimes {

  /** Of an access token that a browser gets; it is renewed without a person. */
  public static final Duration ACCESS_TOKEN = Duration.ofMinutes(15);

  /** Between the redirect and the exchange. */
  public static final Duration CODE = Duration.ofMinutes(1);

  /**
   * How long after the end of a session a token may still be out that was given in it: a code that
   * was on its way is exchanged late.
   */
  public static final Duration AFTER_SESSION = CODE.plus(ACCESS_TOKEN);

  private Lifetimes() {}
}

package io.beep.identity.session;

import java.time.Duration;
import java.util.Locale;

/**
 * How many failed sign-ins are borne, each as a bucket that fills up again over its window. A
 * success gives its place back.
 */
enum SignInLimit {

  /** One person who has forgotten, or one machine that guesses. */
  ACCOUNT_FROM_ADDRESS(10, Duration.ofMinutes(15)),

  /** Many machines on one account. So high that a single one cannot lock its owner out. */
  ACCOUNT(50, Duration.ofMinutes(15)),

  /** One machine on many accounts; an office or a school may share an address. */
  ADDRESS(100, Duration.ofMinutes(15));

  private final int most;
  private final Duration window;

  SignInLimit(int most, Duration window) {
    this.most = most;
    this.window = window;
  }

  /** As clients see it in {@code X-RateLimit-Bucket}. */
  String bucket() {
    return "sign-in-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int most() {
    return most;
  }

  Duration window() {
    return window;
  }
}

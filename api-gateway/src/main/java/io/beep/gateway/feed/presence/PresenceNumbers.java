package io.beep.gateway.feed.presence;

import java.time.Duration;

/** Every number of presence, each with its reason (docs/adr/0017). */
final class PresenceNumbers {

  /** A page that is loaded anew, or a phone that changes its network, is back by then. */
  static final Duration GRACE = Duration.ofSeconds(12);

  /**
   * A device that answers the signs of life of the feed does so every 30 seconds; one that is
   * silent for this long is not there. With what others wait for it, less than a minute.
   */
  static final Duration SIGN_WITHIN = Duration.ofSeconds(45);

  /** Seconds between two looks for devices that are silent and for grace that is over. */
  static final int LOOK_SECONDS = 4;

  /** What is told of one person is told once in this time, so that nobody can make a flicker. */
  static final Duration TELL_EVERY = Duration.ofSeconds(3);

  /**
   * Servers with more people connected than this, or more streams at a node, tell of someone only
   * those who watch them: the work of telling all is the square of the people.
   */
  static final int LARGE = 1_000;

  /** What one screen shows of a member list, three times over. */
  static final int WATCHED = 100;

  /**
   * Whom a person is told to, summed over a second, at each node. As much work as five messages to
   * a room of 10 000; what is more waits for the next second, and is then perhaps out of date and
   * need not be told at all.
   */
  static final int TELLINGS_PER_SECOND = 50_000;

  /** What people chose is read for so many at once. */
  static final int LOADED_AT_ONCE = 1_000;

  /** Seconds after which what people chose is read again, for what a lost signal did not tell. */
  static final int RELOAD_SECONDS = 30;

  private PresenceNumbers() {}
}

package io.beep.gateway.shared.limit;

import java.time.Duration;

/** Every limit of the edge, each with its reason. */
public enum Limits {
  SIGN_UP(
      30, Duration.ofHours(1), Key.ADDRESS, "a household or a class signs up, a robot does not"),
  SEND(30, Duration.ofSeconds(10), Key.USER, "three messages a second is faster than anyone types"),
  COMMANDS(120, Duration.ofMinutes(1), Key.USER, "two changes a second is all that a hand does"),
  READS(600, Duration.ofMinutes(1), Key.USER, "scrolling back fast takes five pages a second"),
  TYPING(60, Duration.ofMinutes(1), Key.USER, "clients tell it once in a few seconds"),
  DEVICES(
      240,
      Duration.ofMinutes(1),
      Key.USER,
      "twenty devices give two signs of life a minute, and tell whom they show as one scrolls"),
  SEARCH(60, Duration.ofMinutes(1), Key.USER, "a search costs more than any other read"),
  PREVIEWS(
      60,
      Duration.ofMinutes(1),
      Key.USER,
      "one a second while switches are tried; each counts all members"),
  REPORTS(
      20,
      Duration.ofMinutes(10),
      Key.USER,
      "whoever is beset by many reports the worst of them, not hundreds"),
  EXPORTS(6, Duration.ofMinutes(1), Key.USER, "each reads a whole log, which nobody needs often"),
  UNDOS(
      20,
      Duration.ofMinutes(1),
      Key.USER,
      "each undoes up to a hundred acts, and a raid has thousands"),
  INVITATION_LOOKS(
      120,
      Duration.ofMinutes(1),
      Key.ADDRESS,
      "a class opens one link at once; who guesses codes finds none in a thousand years"),
  PICTURES(20, Duration.ofMinutes(1), Key.USER, "each costs up to a second of a core"),
  PICTURE_LOOKS(
      3_000,
      Duration.ofMinutes(1),
      Key.ADDRESS,
      "a class of thirty opens a server with a hundred faces, once"),
  PERSONAL_INVITATIONS(
      20,
      Duration.ofMinutes(1),
      Key.USER,
      "each is shown to somebody; a list of names is gone through by robots alone"),
  FEED_OPEN(60, Duration.ofMinutes(1), Key.USER, "twenty devices that reconnect three times"),
  PUBLIC_READS(300, Duration.ofMinutes(1), Key.ADDRESS, "documents that are cheap and cached"),
  HEALTH(6_000, Duration.ofMinutes(1), Key.ADDRESS, "probes of many balancers behind one address"),
  FEEDS_PER_USER(20, Key.USER, "a person has some devices and some tabs"),
  FEEDS_PER_NODE(20_000, Key.NODE, "about 20 KB each, so that streams never fill the heap"),
  COMMANDS_IN_FLIGHT(
      2_000, Key.NODE, "what two cores carry out in half a second, after which nobody is glad"),
  QUERIES_IN_FLIGHT(
      2_000, Key.NODE, "what two cores answer in a second, long before the answers come too late"),
  CALLS_IN_FLIGHT(
      10_000, Key.NODE, "what else waits is held in memory: half of all feeds that begin at once"),
  PICTURES_IN_FLIGHT(8, Key.NODE, "each holds up to 8 MB while it arrives and waits"),
  JSON_BODY(64 * 1024, Key.REQUEST, "a message of 4 000 characters, escaped throughout, is 24 KB"),
  PROXY_BODY(1024 * 1024, Key.REQUEST, "the largest page of identity is far below it");

  /** Whose use is counted. */
  public enum Key {
    ADDRESS,
    USER,
    NODE,
    REQUEST
  }

  private final int size;
  private final Duration period;
  private final Key key;
  private final String reason;

  Limits(int size, Duration period, Key key, String reason) {
    this.size = size;
    this.period = period;
    this.key = key;
    this.reason = reason;
  }

  Limits(int size, Key key, String reason) {
    this(size, Duration.ZERO, key, reason);
  }

  /** So many calls, streams or bytes. */
  public int size() {
    return size;
  }

  /** In this time; zero for what is no rate. */
  public Duration period() {
    return period;
  }

  public Key key() {
    return key;
  }

  public String reason() {
    return reason;
  }

  /** As clients see it in {@code X-RateLimit-Bucket}. */
  public String bucket() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}

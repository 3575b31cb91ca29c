package io.beep.gateway.feed;

import java.time.Duration;

/** Every number of the feed, each with its reason. */
final class FeedNumbers {

  /** At 333 messages a second three minutes: longer than a laptop takes to change its network. */
  static final int RING_EVENTS = 65_536;

  /** Long messages must not make of the ring what fills the heap. */
  static final long RING_BYTES = 64L * 1024 * 1024;

  /** Read into the ring at start, so that those who reconnect after a restart need no store. */
  static final int RING_AT_START = 16_384;

  /** What a client gets that was away longer than the ring; beyond it a snapshot is cheaper. */
  static final int PAST_EVENTS = 20_000;

  /** Each reads up to {@link #PAST_EVENTS} events into memory. */
  static final int PAST_READERS = 4;

  /**
   * How old a message may be that someone gets again who reads no history: that a line is lost is
   * noticed after two signs of life, and then a client has waited and come back.
   */
  static final Duration HISTORY_AFTER = Duration.ofMinutes(2);

  /** Two minutes of a busy room; who is further behind does not read. */
  static final int OUTBOX_FRAMES = 4_096;

  /** Frames are shared, but one who does not read keeps them from being freed. */
  static final int OUTBOX_BYTES = 4 * 1024 * 1024;

  /** Event loops that need longer for one round than this have come to a stop. */
  static final Duration DRAIN_LIMIT = Duration.ofSeconds(2);

  /** One write; two TCP windows of a slow line. */
  static final int WRITE_BYTES = 64 * 1024;

  /** Events that the follower hands over at once; bounds the memory between the two threads. */
  static final int BATCH_EVENTS = 256;

  /** Batches that wait for the hub; with more the follower waits. */
  static final int BATCHES_WAITING = 16;

  /** Seconds between two signs of life; proxies cut lines that are quiet for 30 or 60. */
  static final int HEARTBEAT_SECONDS = 15;

  /** What a client waits before it reconnects, in milliseconds. */
  static final int RETRY_MILLIS = 1_000;

  /** Authors that are not known are looked up while the stream waits, so not for long. */
  static final Duration PEOPLE_LIMIT = Duration.ofMillis(500);

  /** Profiles are some 200 bytes each. */
  static final int PEOPLE_KNOWN = 100_000;

  /**
   * The longest wait for the event stream, after which the follower looks whether it shall stop.
   */
  static final Duration FOLLOWER_WAIT = Duration.ofMillis(500);

  /** Between two tries to open an event stream that failed. */
  static final Duration FOLLOWER_PAUSE = Duration.ofSeconds(1);

  /** Someone may join several servers while their scope is loaded; more tries mean a fault. */
  static final int SCOPE_TRIES = 5;

  /** One sign of typing per person and channel in this time reaches others. */
  static final Duration TYPING_EVERY = Duration.ofSeconds(3);

  private FeedNumbers() {}
}

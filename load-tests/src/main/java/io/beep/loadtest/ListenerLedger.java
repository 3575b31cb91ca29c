package io.beep.loadtest;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What one stream has brought, held against what it must bring. Belongs to the event loop of its
 * stream; others read it when the stream is closed, or only its {@link #seen} count.
 */
final class ListenerLedger {

  private final int senders;
  private final BitSet numbers = new BitSet();
  private final long[] lastOfSender;
  private long lastPosition = -1;
  private long doubled;
  private long outOfOrder;
  private long entered;
  private volatile long seen;

  /**
   * @param senders among whom the messages are numbered as {@link Schedule} tells
   */
  ListenerLedger(int senders) {
    this.senders = senders;
    this.lastOfSender = new long[senders];
    Arrays.fill(lastOfSender, -1);
  }

  /**
   * Enters a message that the stream brought.
   *
   * @param position of its event
   * @return whether it came for the first time
   */
  boolean enter(long number, long position) {
    int index = Math.toIntExact(number);
    if (numbers.get(index)) {
      doubled++;
      return false;
    }
    numbers.set(index);
    int sender = Math.floorMod(number, senders);
    // A sender has its answer before it sends the next, so its messages have an order of their own.
    if (position <= lastPosition || number < lastOfSender[sender]) {
      outOfOrder++;
    }
    lastPosition = Math.max(lastPosition, position);
    lastOfSender[sender] = Math.max(lastOfSender[sender], number);
    seen = ++entered;
    return true;
  }

  long doubled() {
    return doubled;
  }

  long outOfOrder() {
    return outOfOrder;
  }

  /** How many different messages came; may be read from any thread. */
  long seen() {
    return seen;
  }

  /** How many of the acknowledged messages never came. */
  long missing(BitSet acknowledged) {
    BitSet missing = (BitSet) acknowledged.clone();
    missing.andNot(numbers);
    return missing.cardinality();
  }
}

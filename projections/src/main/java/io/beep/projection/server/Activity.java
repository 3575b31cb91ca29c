package io.beep.projection.server;

import io.beep.readmodel.server.ServerDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How much is said in each server, coarsely: the index is written when the number of a day's
 * messages has doubled, so that a thousand of them cost ten writes. The number itself is in memory
 * alone. After a restart it goes on from the power of two that stands in the index, and so a day
 * may be told too low by half.
 */
final class Activity {

  /** About 100 bytes each. Beyond, all are looked up again. */
  private static final int MOST = 50_000;

  private final ConcurrentMap<UUID, Tally> tallies = new ConcurrentHashMap<>();

  /**
   * @param isPublic whether the server has a document at all
   * @param position of the last message that is counted
   */
  private record Tally(boolean isPublic, int day, long count, long position) {}

  boolean knows(UUID server) {
    return tallies.containsKey(server);
  }

  /**
   * From what the index knows.
   *
   * @param version the place of the last event that is in the document; messages up to there are
   */
  void learn(UUID server, @Nullable ServerDocument document, long version) {
    if (tallies.size() >= MOST) {
      tallies.clear();
    }
    int day = document == null ? 0 : document.lastActiveDay();
    Integer level = document == null ? null : document.days().get(Integer.toString(day));
    tallies.putIfAbsent(
        server, new Tally(document != null, day, level == null ? 0 : 1L << level, version));
  }

  /** What was counted was not written, so all is to be learned again. */
  void forgetAll() {
    tallies.clear();
  }

  void forget(UUID server) {
    tallies.remove(server);
  }

  /**
   * Counts a message of a known server, once however often it is told.
   *
   * @return the exponent of the power of two that its day has reached with it, if it has
   */
  OptionalInt count(ServerChange.Spoken message) {
    Tally after =
        tallies.computeIfPresent(message.serverId(), (server, tally) -> counted(tally, message));
    boolean reached =
        after != null
            && after.isPublic()
            && after.position() == message.position()
            && Long.bitCount(after.count()) == 1;
    return after != null && reached
        ? OptionalInt.of(Long.numberOfTrailingZeros(after.count()))
        : OptionalInt.empty();
  }

  /** Those of a day that is over, which only a replay after others can bring, are let go. */
  private static Tally counted(Tally tally, ServerChange.Spoken message) {
    if (message.position() <= tally.position() || message.day() < tally.day()) {
      return tally;
    }
    long before = message.day() == tally.day() ? tally.count() : 0;
    return new Tally(tally.isPublic(), message.day(), before + 1, message.position());
  }

  /** The document with a day of which that power of two is reached. */
  static ServerDocument noted(ServerDocument document, int day, int level) {
    Map<String, Integer> days = new HashMap<>(document.days());
    days.keySet().removeIf(one -> Integer.parseInt(one) <= day - ServerDocument.WEEK);
    days.merge(Integer.toString(day), level, Math::max);
    return new ServerDocument(
        document.serverId(),
        document.name(),
        document.description(),
        document.tags(),
        document.members(),
        Math.max(day, document.lastActiveDay()),
        days.values().stream().mapToLong(one -> 1L << one).sum(),
        document.closed(),
        days);
  }
}

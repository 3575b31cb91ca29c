package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one tick tells to whom, and what that costs: one for each person of whom one stream is told.
 *
 * @param <S> a stream of the feed
 */
final class Telling<S> {

  private final Map<S, Map<UserId, Presence>> frames = new LinkedHashMap<>();
  private int left = PresenceNumbers.TELLINGS_PER_SECOND;

  /** Whether all else has to wait for the next tick. */
  boolean isSpent() {
    return left <= 0;
  }

  int cost() {
    return PresenceNumbers.TELLINGS_PER_SECOND - left;
  }

  void tell(S stream, UserId user, Presence shown) {
    put(stream, user, shown);
    left--;
  }

  void tell(Set<S> streams, UserId user, Presence shown) {
    streams.forEach(stream -> put(stream, user, shown));
    // To find out that nobody hears it is work too.
    left -= Math.max(1, streams.size());
  }

  private void put(S stream, UserId user, Presence shown) {
    frames.computeIfAbsent(stream, _ -> new LinkedHashMap<>()).put(user, shown);
  }

  Map<S, Map<UserId, Presence>> frames() {
    return frames;
  }
}

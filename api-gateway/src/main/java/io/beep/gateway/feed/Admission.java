package io.beep.gateway.feed;

import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.shared.ServerId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the hub needs to let a stream in between two events.
 *
 * @param scope what the user may see at its position
 * @param from the client knows everything up to here
 * @param past events after {@code from} that are older than the ring, without a gap
 * @param membersAtFrom the servers that the user was in at {@code from}, null when that must be
 *     told from the events since
 * @param opening the type of the first frame, null when the client has had one
 * @param tries how many scopes were loaded for it
 */
record Admission(
    FeedStream stream,
    FeedScopeView scope,
    long from,
    List<FeedEvent> past,
    @Nullable Set<ServerId> membersAtFrom,
    @Nullable String opening,
    int tries) {

  static final String READY = "feed.ready";
  static final String RESET = "feed.reset";

  Admission {
    past = List.copyOf(past);
  }

  /** The client gets all that comes after the scope. */
  static Admission live(FeedStream stream, FeedScopeView scope, String opening) {
    return new Admission(stream, scope, scope.position(), List.of(), null, opening, 1);
  }

  static Admission resuming(
      FeedStream stream, FeedScopeView scope, long from, List<FeedEvent> past) {
    return new Admission(stream, scope, from, past, null, READY, 1);
  }

  Admission with(FeedScopeView newer) {
    return new Admission(stream, newer, from, past, membersAtFrom, opening, tries + 1);
  }

  /** Up to here no ring is needed. */
  long pastEnd() {
    return past.isEmpty() ? from : past.getLast().position();
  }
}

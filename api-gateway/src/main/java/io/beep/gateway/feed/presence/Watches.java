package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.UserId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which streams look at whom, and what those that have just begun to look want to know.
 *
 * @param <S> a stream of the feed
 */
final class Watches<S> {

  /** What a stream wants to know now that it watches these people. */
  record Question<T>(T stream, Set<UserId> users) {}

  private final Map<UserId, Set<S>> watchers = new HashMap<>();
  private final Map<S, Set<UserId>> watched = new HashMap<>();
  private final Map<S, Set<UserId>> asked = new LinkedHashMap<>();

  /** The stream looks at these people and no others; only so many of them count. */
  void watch(S stream, Collection<UserId> users) {
    Set<UserId> before = unwatch(stream);
    Set<UserId> now = new LinkedHashSet<>();
    for (UserId user : users) {
      if (now.size() < PresenceNumbers.WATCHED && now.add(user)) {
        watchers.computeIfAbsent(user, _ -> new LinkedHashSet<>(2)).add(stream);
        if (!before.contains(user)) {
          asked.computeIfAbsent(stream, _ -> new LinkedHashSet<>()).add(user);
        }
      }
    }
    if (!now.isEmpty()) {
      watched.put(stream, now);
    }
  }

  /** The stream is gone. */
  void end(S stream) {
    unwatch(stream);
    asked.remove(stream);
  }

  private Set<UserId> unwatch(S stream) {
    Set<UserId> before = watched.remove(stream);
    if (before == null) {
      return Set.of();
    }
    for (UserId user : before) {
      Set<S> others = watchers.get(user);
      if (others != null) {
        others.remove(stream);
        if (others.isEmpty()) {
          watchers.remove(user);
        }
      }
    }
    return before;
  }

  /** Those that look at someone. */
  Set<S> of(UserId user) {
    return Collections.unmodifiableSet(watchers.getOrDefault(user, Set.of()));
  }

  /** The oldest question, which is then not asked any more; null when there is none. */
  @Nullable Question<S> takeQuestion() {
    Iterator<Map.Entry<S, Set<UserId>>> next = asked.entrySet().iterator();
    if (!next.hasNext()) {
      return null;
    }
    Map.Entry<S, Set<UserId>> oldest = next.next();
    Question<S> question = new Question<>(oldest.getKey(), oldest.getValue());
    next.remove();
    return question;
  }

  boolean knowsNothingOf(S stream) {
    return !watched.containsKey(stream)
        && !asked.containsKey(stream)
        && watchers.values().stream().noneMatch(streams -> streams.contains(stream));
  }
}

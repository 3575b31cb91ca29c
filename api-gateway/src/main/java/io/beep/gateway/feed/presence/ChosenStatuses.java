package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What people chose to be shown as. Personal state and no event: it is kept over restarts, and
 * nobody would want to replay it. Every call may block.
 */
public interface ChosenStatuses {

  /** What one can choose. */
  enum Status {
    /** As the devices are: online while one of them is used, idle otherwise. */
    ONLINE,
    IDLE,
    /** Online, and not to be disturbed. */
    DND,
    /** Not there, for everyone else. */
    INVISIBLE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what nobody can choose. */
    public static Optional<Status> named(String wireName) {
      return Stream.of(values()).filter(one -> one.wireName().equals(wireName)).findAny();
    }
  }

  /** Of those who chose; all others are {@link Status#ONLINE}. */
  Map<UserId, Status> of(Collection<UserId> users);

  void choose(UserId user, Status status, Instant now);

  /** Lost with the process. */
  static ChosenStatuses inMemory() {
    return new ChosenStatuses() {
      private final Map<UserId, Status> chosen = new ConcurrentHashMap<>();

      @Override
      public Map<UserId, Status> of(Collection<UserId> users) {
        Map<UserId, Status> found = new HashMap<>(chosen);
        found.keySet().retainAll(users);
        return found;
      }

      @Override
      public void choose(UserId user, Status status, Instant now) {
        chosen.put(user, status);
      }
    };
  }
}

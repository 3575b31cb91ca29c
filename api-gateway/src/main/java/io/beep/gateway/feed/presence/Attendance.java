package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who of each server is connected, as far as others were told. */
final class Attendance {

  private final Map<ServerId, Set<UserId>> connected = new HashMap<>();

  void comes(UserId user, Collection<ServerId> servers) {
    for (ServerId server : servers) {
      connected.computeIfAbsent(server, _ -> new LinkedHashSet<>()).add(user);
    }
  }

  void goes(UserId user, Collection<ServerId> servers) {
    for (ServerId server : servers) {
      Set<UserId> there = connected.get(server);
      if (there != null) {
        there.remove(user);
        if (there.isEmpty()) {
          connected.remove(server);
        }
      }
    }
  }

  /** Nobody is in the server any more; those who were. */
  Set<UserId> end(ServerId server) {
    Set<UserId> there = connected.remove(server);
    return there == null ? Set.of() : there;
  }

  /** In the order in which they came. Follows what happens. */
  Set<UserId> of(ServerId server) {
    return Collections.unmodifiableSet(connected.getOrDefault(server, Set.of()));
  }
}

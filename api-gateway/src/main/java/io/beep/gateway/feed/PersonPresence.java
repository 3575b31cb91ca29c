package io.beep.gateway.feed;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.Presence;
import java.util.List;
import java.util.Map;

/**
 * How someone is shown.
 *
 * @param presence {@code online}, {@code idle}, {@code dnd}, {@code offline}
 */
record PersonPresence(UserId userId, String presence) {

  static List<PersonPresence> all(Map<UserId, Presence> presences) {
    return presences.entrySet().stream()
        .map(one -> new PersonPresence(one.getKey(), one.getValue().wireName()))
        .toList();
  }
}

package io.beep.command.invitation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in force of a server's invitations. Holds those that have expired only until the next one
 * comes, so it never holds many more than the quota.
 *
 * @param until when each ends, by its code
 */
record Slots(Map<String, Instant> until) {

  static final Slots NONE = new Slots(Map.of());

  Slots {
    until = Map.copyOf(until);
  }

  long countAt(Instant now) {
    return until.values().stream().filter(now::isBefore).count();
  }

  Slots with(String code, @Nullable Instant expiresAt, Instant now) {
    Map<String, Instant> slots = new HashMap<>(until);
    slots.values().removeIf(end -> !now.isBefore(end));
    slots.put(code, expiresAt == null ? Instant.MAX : expiresAt);
    return new Slots(slots);
  }

  Slots without(String code) {
    Map<String, Instant> slots = new HashMap<>(until);
    slots.remove(code);
    return new Slots(slots);
  }
}

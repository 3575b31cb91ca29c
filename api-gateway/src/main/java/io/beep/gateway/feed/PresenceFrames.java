package io.beep.gateway.feed;

import java.time.Instant;
import java.util.List;

/** The frames of who is there, on the wire. */
final class PresenceFrames {

  /**
   * What has changed since the frame or the answer before; the newest counts.
   *
   * @param presences of people with whom one is in a server, each at most once
   */
  record PresenceData(String type, Instant at, List<PersonPresence> presences) {

    PresenceData {
      presences = List.copyOf(presences);
    }
  }

  /**
   * What one chose oneself, on this device or another.
   *
   * @param status {@code online}, {@code idle}, {@code dnd} or {@code invisible}
   */
  record PresenceChosenData(String type, Instant at, String status) {}

  private PresenceFrames() {}
}

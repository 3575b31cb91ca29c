package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who is connected, was until just now, or is at another node.
 *
 * @param <S> a stream of the feed
 */
final class Person<S> {

  /** A stream, as far as it tells that someone is there. */
  static final class Device {
    /**
     * Null for whoever only follows, such as a program; it counts as long as its stream is open.
     */
    final @Nullable UUID id;

    boolean idle;

    /** Null before the first one: a device that never gives any is not expected to. */
    @Nullable Instant sign;

    boolean silent;

    Device(@Nullable UUID id) {
      this.id = id;
    }
  }

  final UserId id;
  final Map<S, Device> devices = new LinkedHashMap<>(2);

  /** Whether they are idle, by the nodes where else they are. */
  final Map<String, Boolean> elsewhere = new HashMap<>(0);

  Set<ServerId> servers = new HashSet<>();
  @Nullable Status chosen;
  Instant chosenAt = Instant.MIN;

  /** Since when no device is here any more that was; null while one is, or none ever was. */
  @Nullable Instant leftAt;

  private boolean idleAtLast;
  Presence told = Presence.OFFLINE;
  Instant toldAt = Instant.MIN;

  /** Whether someone may not have heard what was told last. */
  boolean retell;

  /** What the other nodes were told last; null for nothing. */
  Neighbours.@Nullable Guest announced;

  Person(UserId id) {
    this.id = id;
  }

  boolean isHere() {
    return leftAt != null || hasDevice();
  }

  boolean hasDevice() {
    return devices.values().stream().anyMatch(device -> !device.silent);
  }

  /** Whether someone is connected here and none of their devices is being used. */
  boolean isIdleHere() {
    boolean any = false;
    for (Device device : devices.values()) {
      if (!device.silent) {
        any = true;
        if (!device.idle) {
          return false;
        }
      }
    }
    return any || idleAtLast;
  }

  void leaves(Instant now) {
    leftAt = now;
  }

  void remembersIdle(boolean idle) {
    idleAtLast = idle;
  }

  boolean isForgotten() {
    return !isHere() && devices.isEmpty() && elsewhere.isEmpty() && told == Presence.OFFLINE;
  }

  Presence now() {
    boolean active = (isHere() && !isIdleHere()) || elsewhere.containsValue(Boolean.FALSE);
    return Presence.of(chosen, isHere() || !elsewhere.isEmpty(), active);
  }
}

package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * The last sign of life; that the device has its line is the first one. Null for one without a
     * name, which is expected to give none.
     */
    @Nullable Instant sign;

    boolean silent;

    Device(@Nullable UUID id, Instant since) {
      this.id = id;
      this.sign = id == null ? null : since;
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
  private @Nullable Instant leftAt;

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

  /** One of their devices has a line, or another one than before. */
  void opens(S stream, @Nullable UUID device, Instant now) {
    if (device != null) {
      // The same device on a new line: the old one is dead, though nobody has noticed yet.
      devices
          .entrySet()
          .removeIf(one -> device.equals(one.getValue().id) && !one.getKey().equals(stream));
    }
    devices.computeIfAbsent(stream, _ -> new Device(device, now));
    leftAt = null;
  }

  void closes(S stream, Instant now) {
    boolean idle = isIdleHere();
    boolean was = hasDevice();
    devices.remove(stream);
    if (was && !hasDevice()) {
      idleAtLast = idle;
      leftAt = now;
    }
  }

  /** Whether there is such a stream: its device gave a sign of life. */
  boolean said(S stream, boolean idle, Instant now) {
    Device device = devices.get(stream);
    if (device == null) {
      return false;
    }
    device.idle = idle;
    device.sign = now;
    device.silent = false;
    leftAt = null;
    return true;
  }

  /** Whether they were waited for until just now, and did not come back. */
  boolean stayedAway(Instant now) {
    Instant left = leftAt;
    if (left == null || now.isBefore(left.plus(PresenceNumbers.GRACE))) {
      return false;
    }
    leftAt = null;
    return true;
  }

  /** How many devices are silent since just now. */
  int fellSilent(Instant now) {
    int count = 0;
    for (Device device : devices.values()) {
      Instant sign = device.sign;
      if (!device.silent && sign != null && !now.isBefore(sign.plus(PresenceNumbers.SIGN_WITHIN))) {
        device.silent = true;
        count++;
      }
    }
    return count;
  }

  List<S> streamsOf(UUID device) {
    return devices.entrySet().stream()
        .filter(one -> device.equals(one.getValue().id))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean isHere() {
    return leftAt != null || hasDevice();
  }

  private boolean hasDevice() {
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

  boolean isForgotten() {
    return !isHere() && devices.isEmpty() && elsewhere.isEmpty() && told == Presence.OFFLINE;
  }

  Presence now() {
    boolean active = (isHere() && !isIdleHere()) || elsewhere.containsValue(Boolean.FALSE);
    return Presence.of(chosen, isHere() || !elsewhere.isEmpty(), active);
  }
}

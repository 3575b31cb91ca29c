package io.beep.app.gatewaynode;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Crowd;
import io.beep.gateway.feed.presence.Neighbours;
import io.beep.gateway.feed.presence.Presence;
import io.beep.gateway.feed.presence.PresenceCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A gateway node as far as it knows who is there. Its seconds pass when the test lets them; what
 * other nodes tell waits until the next one, as for the thread of the hub.
 */
final class PresenceNode {

  /** A stream of the feed. */
  record Line(UserId user, UUID device) {}

  private final Queue<List<Neighbours.Told>> inbox = new ConcurrentLinkedQueue<>();
  private final Map<ServerId, Set<Line>> live = new HashMap<>();

  /** Whether the device at a line is idle, for those that still answer. */
  private final Map<Line, Boolean> answering = new HashMap<>();

  private final Map<Line, List<Map<UserId, Presence>>> heard = new LinkedHashMap<>();

  /** Of whom anything was told to other nodes. */
  private final Set<UserId> announced = new LinkedHashSet<>();

  private final ChosenStatuses statuses;
  private final Crowd<Line> crowd;
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  /**
   * @param statuses what all nodes read
   */
  PresenceNode(Neighbours neighbours, ChosenStatuses statuses) {
    this.statuses = statuses;
    this.crowd =
        new Crowd<>(
            server -> live.getOrDefault(server, Set.of()),
            recording(neighbours),
            new PresenceCounters(new SimpleMeterRegistry()));
    neighbours.listen(inbox::add);
  }

  private Neighbours recording(Neighbours neighbours) {
    return new Neighbours() {
      @Override
      public void here(Guest guest) {
        announced.add(guest.user());
        neighbours.here(guest);
      }

      @Override
      public void gone(UserId user) {
        announced.add(user);
        neighbours.gone(user);
      }

      @Override
      public void listen(Consumer<List<Told>> listener) {
        neighbours.listen(listener);
      }
    };
  }

  /** A device opens its feed, sees who is there, and answers every sign of life from now on. */
  Line opens(UserId user, ServerId server) {
    Line line = new Line(user, UUID.randomUUID());
    live.computeIfAbsent(server, _ -> new LinkedHashSet<>()).add(line);
    crowd.admitted(line, user, line.device(), Set.of(server), now);
    answering.put(line, false);
    heard.computeIfAbsent(line, _ -> new ArrayList<>()).add(crowd.of(server).presences());
    return line;
  }

  void isUsed(Line line, boolean used) {
    answering.put(line, !used);
  }

  /** Its network is gone; nobody says so. */
  void loses(Line line) {
    answering.remove(line);
  }

  void closes(Line line) {
    answering.remove(line);
    live.values().forEach(lines -> lines.remove(line));
    crowd.closed(line, now);
  }

  /** The signal of a choice, which comes to every node. */
  void heardChoice(UserId user, Status status) {
    crowd.chose(user, status, now);
  }

  void passes(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      now = now.plusSeconds(1);
      answering.forEach((line, idle) -> crowd.said(line, idle, now));
      tick();
    }
  }

  /** Takes in what was told, and tells what is new; no time passes. */
  void tick() {
    for (List<Neighbours.Told> told = inbox.poll(); told != null; told = inbox.poll()) {
      crowd.heard(told);
    }
    Set<UserId> toLoad = crowd.takeWhoToLoad();
    crowd.loaded(toLoad, statuses.of(toLoad), now.plusNanos(1));
    crowd.tick(now).forEach((line, told) -> heard.getOrDefault(line, new ArrayList<>()).add(told));
  }

  /** How someone is shown where the line leads to. */
  Presence shown(Line line, UserId user) {
    List<Presence> all = told(line, user);
    return all.isEmpty() ? Presence.OFFLINE : all.getLast();
  }

  /** All that a line was told of someone. */
  List<Presence> told(Line line, UserId user) {
    return heard.getOrDefault(line, List.of()).stream()
        .filter(told -> told.containsKey(user))
        .map(told -> told.getOrDefault(user, Presence.OFFLINE))
        .toList();
  }

  /** What is answered to who asks for everyone of a server. */
  Crowd.View asked(ServerId server) {
    return crowd.of(server);
  }

  boolean announced(UserId user) {
    return announced.contains(user);
  }
}

package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Neighbours.Guest;
import io.beep.gateway.feed.presence.Neighbours.Told;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A crowd whose time, streams and stored choices are the test's, and what it told. */
final class Room implements Neighbours {

  /** A stream: whose it is, and which of theirs. */
  record Line(UserId user, int number) {}

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final PresenceCounters counters = new PresenceCounters(meters);
  final Map<UserId, Status> stored = new HashMap<>();
  final Map<ServerId, Set<Line>> live = new HashMap<>();
  final Map<Line, Map<UserId, Presence>> heard = new LinkedHashMap<>();
  final List<Told> announced = new ArrayList<>();
  final Crowd<Line> crowd =
      new Crowd<>(server -> live.getOrDefault(server, Set.of()), this, counters);
  Instant now = Instant.parse("2026-01-02T03:04:05Z");
  long frames;
  long tellings;

  static UserId user(int number) {
    return new UserId(new UUID(1, number));
  }

  static ServerId server(int number) {
    return new ServerId(new UUID(2, number));
  }

  static UUID device(int number) {
    return new UUID(3, number);
  }

  /** A device that gives no more signs of life than the test does. */
  Line opens(UserId user, int number, ServerId... servers) {
    return opens(new Line(user, number), device(number), servers);
  }

  /** Such as a program, of which none are expected. */
  Line follows(UserId user, int number, ServerId... servers) {
    return opens(new Line(user, number), null, servers);
  }

  private Line opens(Line line, @Nullable UUID device, ServerId... servers) {
    for (ServerId server : servers) {
      lives(line, server);
    }
    crowd.admitted(line, line.user(), device, Set.of(servers), now);
    return line;
  }

  void lives(Line line, ServerId server) {
    live.computeIfAbsent(server, _ -> new LinkedHashSet<>()).add(line);
  }

  void closes(Line line) {
    live.values().forEach(lines -> lines.remove(line));
    crowd.closed(line, now);
  }

  void chooses(UserId user, Status status) {
    stored.put(user, status);
    crowd.chose(user, status, now);
  }

  /** One second, in which nothing is loaded. */
  void secondWithoutStore() {
    now = now.plusSeconds(1);
    Map<Line, Map<UserId, Presence>> told = crowd.tick(now);
    frames += told.size();
    told.forEach(
        (line, presences) -> {
          tellings += presences.size();
          heard.computeIfAbsent(line, _ -> new HashMap<>()).putAll(presences);
        });
  }

  void second() {
    Set<UserId> toLoad = crowd.takeWhoToLoad();
    crowd.loaded(toLoad, stored, now);
    secondWithoutStore();
  }

  void passes(Duration time) {
    for (long i = 0; i < time.toSeconds(); i++) {
      second();
    }
  }

  Presence shownTo(Line line, UserId user) {
    return heard.getOrDefault(line, Map.of()).getOrDefault(user, Presence.OFFLINE);
  }

  @Override
  public void here(Guest guest) {
    announced.add(new Told.Here("here", guest));
  }

  @Override
  public void gone(UserId user) {
    announced.add(new Told.Gone("here", user));
  }

  @Override
  public void listen(Consumer<List<Told>> listener) {
    throw new UnsupportedOperationException("the test tells it itself");
  }
}

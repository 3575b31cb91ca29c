package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Neighbours.Guest;
import io.beep.gateway.feed.presence.Neighbours.Told;
import io.beep.gateway.feed.presence.Person.Device;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everyone who is connected, here or at another node, and who is to hear of it. Changes are
 * gathered, and told by {@link #tick}: of one person not too often, to one stream at most once a
 * tick, and in all not more than a tick may cost.
 *
 * <p>Belongs to one thread. What it knows follows from what it was told and the times that it was
 * given.
 *
 * @param <S> a stream of the feed
 */
public final class Crowd<S> {

  /**
   * People of a server as others see them.
   *
   * @param connected how many there are
   * @param complete whether all who were asked for are here, and every change of them will be told
   */
  public record View(int connected, boolean complete, Map<UserId, Presence> presences) {
    public View {
      presences = Map.copyOf(presences);
    }
  }

  /** Whom a stream can watch at once. */
  public static final int MOST_WATCHED = PresenceNumbers.WATCHED;

  /** Who of a server is named at once. */
  public static final int MOST_NAMED = PresenceNumbers.LARGE;

  private final Function<ServerId, Set<S>> members;
  private final Neighbours neighbours;
  private final PresenceCounters counters;

  private final Map<UserId, Person<S>> people = new HashMap<>();
  private final Map<ServerId, Set<UserId>> connected = new HashMap<>();
  private final Map<UserId, Set<S>> watchers = new HashMap<>();
  private final Map<S, Set<UserId>> watched = new HashMap<>();
  private final Map<S, UserId> owners = new HashMap<>();

  /** Whose presence may have changed, in the order in which that came up. */
  private final Set<UserId> changed = new LinkedHashSet<>();

  /** What streams want to know now that they watch it. */
  private final Map<S, Set<UserId>> asked = new LinkedHashMap<>();

  /** Whose choice is not known, or is to be read again. */
  private final Set<UserId> toLoad = new LinkedHashSet<>();

  private long ticks;

  /**
   * @param members the live streams of those who are in a server
   */
  public Crowd(
      Function<ServerId, Set<S>> members, Neighbours neighbours, PresenceCounters counters) {
    this.members = members;
    this.neighbours = neighbours;
    this.counters = counters;
  }

  /**
   * A stream was let in, or let in again with other servers.
   *
   * @param device null for whoever only follows
   */
  public void admitted(S stream, UserId user, @Nullable UUID device, Set<ServerId> servers) {
    Person<S> person = people.computeIfAbsent(user, Person::new);
    if (device != null) {
      // The same device on a new line: the old one is dead, though nobody has noticed yet.
      person
          .devices
          .entrySet()
          .removeIf(one -> device.equals(one.getValue().id) && !one.getKey().equals(stream));
    }
    person.devices.computeIfAbsent(stream, _ -> new Device(device));
    owners.put(stream, user);
    person.leftAt = null;
    moved(person, servers);
    if (person.chosen == null) {
      toLoad.add(user);
    }
    touched(person);
  }

  /** The connection of a stream is gone. */
  public void closed(S stream, Instant now) {
    unwatch(stream);
    asked.remove(stream);
    UserId user = owners.remove(stream);
    Person<S> person = user == null ? null : people.get(user);
    if (person == null) {
      return;
    }
    boolean idle = person.isIdleHere();
    boolean was = person.hasDevice();
    person.devices.remove(stream);
    if (was && !person.hasDevice()) {
      person.remembersIdle(idle);
      person.leaves(now);
    }
    touched(person);
  }

  /** The streams of a device of someone; another node has it when there is none. */
  public List<S> streamsOf(UserId user, UUID device) {
    Person<S> person = people.get(user);
    return person == null
        ? List.of()
        : person.devices.entrySet().stream()
            .filter(one -> device.equals(one.getValue().id))
            .map(Map.Entry::getKey)
            .toList();
  }

  /** A device gave a sign of life. */
  public void said(S stream, boolean idle, Instant now) {
    UserId user = owners.get(stream);
    Person<S> person = user == null ? null : people.get(user);
    Device device = person == null ? null : person.devices.get(stream);
    if (person != null && device != null) {
      device.idle = idle;
      device.sign = now;
      device.silent = false;
      person.leftAt = null;
      touched(person);
    }
  }

  /** What a stream shows; it is told of these people, as far as it shares a server with them. */
  public void watch(S stream, Collection<UserId> users) {
    if (!owners.containsKey(stream)) {
      return;
    }
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

  /** Someone chose. */
  public void chose(UserId user, Status status, Instant now) {
    Person<S> person = people.get(user);
    if (person != null) {
      person.chosen = status;
      person.chosenAt = now;
      toLoad.remove(user);
      touched(person);
    }
  }

  /** Those whose choice is wanted; they are not named again unless it is wanted again. */
  public Set<UserId> takeWhoToLoad() {
    Set<UserId> taken = new LinkedHashSet<>();
    Iterator<UserId> wanted = toLoad.iterator();
    while (wanted.hasNext() && taken.size() < PresenceNumbers.LOADED_AT_ONCE) {
      taken.add(wanted.next());
      wanted.remove();
    }
    return taken;
  }

  /** Their choice could not be read. */
  public void loadAgain(Set<UserId> users) {
    users.stream().filter(people::containsKey).forEach(toLoad::add);
  }

  /**
   * What was read.
   *
   * @param at when it was asked for; whoever chose since is known better
   */
  public void loaded(Set<UserId> users, Map<UserId, Status> statuses, Instant at) {
    for (UserId user : users) {
      Person<S> person = people.get(user);
      if (person != null && person.chosenAt.isBefore(at)) {
        person.chosen = statuses.getOrDefault(user, Status.ONLINE);
        touched(person);
      }
    }
  }

  /** What other nodes told. */
  public void heard(List<Told> all) {
    for (Told told : all) {
      switch (told) {
        case Told.Here here -> {
          Guest guest = here.guest();
          Person<S> person = people.computeIfAbsent(guest.user(), Person::new);
          person.elsewhere.put(here.node(), guest.idle());
          if (!person.isHere() || person.chosen == null) {
            person.chosen = guest.chosen();
          }
          if (!person.isHere()) {
            moved(person, guest.servers());
          }
          touched(person);
        }
        case Told.Gone gone -> {
          Person<S> person = people.get(gone.user());
          if (person != null) {
            person.elsewhere.remove(gone.node());
            touched(person);
          }
        }
        case Told.Silent silent -> {
          for (Person<S> person : people.values()) {
            if (person.elsewhere.remove(silent.node()) != null) {
              touched(person);
            }
          }
        }
      }
    }
  }

  public void joined(UserId user, ServerId server) {
    Person<S> person = people.get(user);
    if (person != null) {
      Set<ServerId> servers = new HashSet<>(person.servers);
      servers.add(server);
      moved(person, servers);
      touched(person);
    }
  }

  public void left(UserId user, ServerId server) {
    Person<S> person = people.get(user);
    if (person != null) {
      Set<ServerId> servers = new HashSet<>(person.servers);
      servers.remove(server);
      moved(person, servers);
      touched(person);
    }
  }

  /** A server is deleted, for now or for ever. */
  public void ended(ServerId server) {
    Set<UserId> there = connected.remove(server);
    if (there != null) {
      there.forEach(user -> left(user, server));
    }
  }

  private void moved(Person<S> person, Set<ServerId> servers) {
    if (servers.equals(person.servers)) {
      return;
    }
    if (person.told != Presence.OFFLINE) {
      for (ServerId server : person.servers) {
        if (!servers.contains(server)) {
          disconnect(person.id, server);
        }
      }
      for (ServerId server : servers) {
        connected.computeIfAbsent(server, _ -> new LinkedHashSet<>()).add(person.id);
      }
      person.retell = true;
    }
    person.servers = Set.copyOf(servers);
  }

  private void disconnect(UserId user, ServerId server) {
    Set<UserId> there = connected.get(server);
    if (there != null) {
      there.remove(user);
      if (there.isEmpty()) {
        connected.remove(server);
      }
    }
  }

  /** What is true of someone may be another now: here at the next tick, at other nodes soon. */
  private void touched(Person<S> person) {
    changed.add(person.id);
    Status chosen = person.chosen;
    if (person.isHere() && chosen != null) {
      Guest guest = new Guest(person.id, person.isIdleHere(), chosen, person.servers);
      if (!guest.equals(person.announced)) {
        person.announced = guest;
        neighbours.here(guest);
      }
    } else if (!person.isHere() && person.announced != null) {
      person.announced = null;
      neighbours.gone(person.id);
    }
  }

  /**
   * To be called once a second.
   *
   * @return what is to be told to whom
   */
  public Map<S, Map<UserId, Presence>> tick(Instant now) {
    ticks++;
    if (ticks % PresenceNumbers.LOOK_SECONDS == 0) {
      look(now);
    }
    if (ticks % PresenceNumbers.RELOAD_SECONDS == 0) {
      people.values().stream().filter(Person::isHere).forEach(person -> toLoad.add(person.id));
    }
    Map<S, Map<UserId, Presence>> telling = new LinkedHashMap<>();
    int budget = answer(telling, PresenceNumbers.TELLINGS_PER_SECOND);
    Iterator<UserId> next = changed.iterator();
    while (next.hasNext() && budget > 0) {
      Person<S> person = people.get(next.next());
      if (person == null) {
        next.remove();
        continue;
      }
      Presence shown = person.now();
      if (shown == person.told && !person.retell) {
        next.remove();
      } else if (!now.isBefore(earliest(person))) {
        next.remove();
        budget -= tell(person, shown, telling);
        person.toldAt = now;
      }
      if (person.isForgotten()) {
        people.remove(person.id);
        toLoad.remove(person.id);
      }
    }
    counters.told(PresenceNumbers.TELLINGS_PER_SECOND - budget, changed.size());
    counters.connected(people.size(), owners.size());
    return telling;
  }

  private static Instant earliest(Person<?> person) {
    return person.toldAt.equals(Instant.MIN)
        ? Instant.MIN
        : person.toldAt.plus(PresenceNumbers.TELL_EVERY);
  }

  /** Those who fell silent, and those who did not come back. */
  private void look(Instant now) {
    for (Person<S> person : people.values()) {
      Instant left = person.leftAt;
      if (left != null && !now.isBefore(left.plus(PresenceNumbers.GRACE))) {
        person.leftAt = null;
        touched(person);
      }
      for (Device device : person.devices.values()) {
        Instant sign = device.sign;
        if (!device.silent
            && sign != null
            && !now.isBefore(sign.plus(PresenceNumbers.SIGN_WITHIN))) {
          device.silent = true;
          counters.silent();
          touched(person);
        }
      }
    }
  }

  /** What streams want to know that have begun to watch it. */
  private int answer(Map<S, Map<UserId, Presence>> telling, int budget) {
    int left = budget;
    Iterator<Map.Entry<S, Set<UserId>>> next = asked.entrySet().iterator();
    while (next.hasNext() && left > 0) {
      Map.Entry<S, Set<UserId>> question = next.next();
      next.remove();
      for (UserId user : question.getValue()) {
        Person<S> person = people.get(user);
        Presence known =
            person != null && sharesServer(question.getKey(), person)
                ? person.told
                : Presence.OFFLINE;
        telling.computeIfAbsent(question.getKey(), _ -> new LinkedHashMap<>()).put(user, known);
        left--;
      }
    }
    return left;
  }

  private int tell(Person<S> person, Presence shown, Map<S, Map<UserId, Presence>> telling) {
    boolean comes = person.told == Presence.OFFLINE && shown != Presence.OFFLINE;
    boolean goes = person.told != Presence.OFFLINE && shown == Presence.OFFLINE;
    person.told = shown;
    person.retell = false;
    for (ServerId server : person.servers) {
      if (comes) {
        connected.computeIfAbsent(server, _ -> new LinkedHashSet<>()).add(person.id);
      } else if (goes) {
        disconnect(person.id, server);
      }
    }
    Set<S> hearing = new LinkedHashSet<>(person.devices.keySet());
    for (ServerId server : person.servers) {
      if (!isLarge(server)) {
        hearing.addAll(members.apply(server));
      }
    }
    for (S stream : watchers.getOrDefault(person.id, Set.of())) {
      if (sharesServer(stream, person)) {
        hearing.add(stream);
      }
    }
    for (S stream : hearing) {
      telling.computeIfAbsent(stream, _ -> new LinkedHashMap<>()).put(person.id, shown);
    }
    return Math.max(1, hearing.size());
  }

  private boolean sharesServer(S stream, Person<S> person) {
    return person.servers.stream().anyMatch(server -> members.apply(server).contains(stream));
  }

  /** Whether only those are told who watch: there are too many people, or too many listen here. */
  private boolean isLarge(ServerId server) {
    return connected.getOrDefault(server, Set.of()).size() > PresenceNumbers.LARGE
        || members.apply(server).size() > PresenceNumbers.LARGE;
  }

  /** Those who are connected, up to {@link PresenceNumbers#LARGE} of them. */
  public View of(ServerId server) {
    Set<UserId> there = connected.getOrDefault(server, Set.of());
    List<UserId> some = new ArrayList<>(Math.min(there.size(), PresenceNumbers.LARGE));
    for (UserId user : there) {
      if (some.size() == PresenceNumbers.LARGE) {
        break;
      }
      some.add(user);
    }
    return new View(there.size(), !isLarge(server), presences(some));
  }

  /** Those of these people who are connected. */
  public View of(ServerId server, Collection<UserId> users) {
    Set<UserId> there = connected.getOrDefault(server, Set.of());
    return new View(
        there.size(), true, presences(users.stream().filter(there::contains).distinct().toList()));
  }

  private Map<UserId, Presence> presences(List<UserId> users) {
    Map<UserId, Presence> presences = new HashMap<>();
    for (UserId user : users) {
      Person<S> person = people.get(user);
      if (person != null) {
        presences.put(user, person.told);
      }
    }
    return presences;
  }

  /** Everyone's devices of someone who chose, to tell them what was chosen. */
  public Set<S> devicesOf(UserId user) {
    Person<S> person = people.get(user);
    return person == null ? Set.of() : Set.copyOf(person.devices.keySet());
  }

  int size() {
    return people.size();
  }

  boolean knowsNothingOf(S stream) {
    return !owners.containsKey(stream)
        && !watched.containsKey(stream)
        && watchers.values().stream().noneMatch(streams -> streams.contains(stream))
        && people.values().stream().noneMatch(person -> person.devices.containsKey(stream))
        && Objects.isNull(asked.get(stream));
  }
}

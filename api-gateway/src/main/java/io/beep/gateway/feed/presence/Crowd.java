package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Neighbours.Guest;
import io.beep.gateway.feed.presence.Neighbours.Told;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  private final Map<UserId, Person<S>> people = new HashMap<>();
  private final Map<S, UserId> owners = new HashMap<>();
  private final Attendance attendance = new Attendance();
  private final Watches<S> watches = new Watches<>();
  private final Audience<S> audience;
  private final Teller<S> teller;
  private final Choices<S> choices;
  private final Announcer announcer;
  private final PresenceCounters counters;
  private long ticks;

  /**
   * @param members the live streams of those who are in a server
   */
  public Crowd(
      Function<ServerId, Set<S>> members, Neighbours neighbours, PresenceCounters counters) {
    this.audience = new Audience<>(members, attendance, watches);
    this.teller = new Teller<>(people, attendance, watches, audience);
    this.announcer = new Announcer(neighbours);
    this.choices = new Choices<>(people, this::touched);
    this.counters = counters;
  }

  /**
   * A stream was let in, or let in again with other servers.
   *
   * @param device null for whoever only follows; a device that is named gives signs of life
   */
  public void admitted(
      S stream, UserId user, @Nullable UUID device, Set<ServerId> servers, Instant now) {
    Person<S> person = people.computeIfAbsent(user, Person::new);
    person.opens(stream, device, now);
    owners.put(stream, user);
    moved(person, servers);
    if (person.chosen == null) {
      choices.read(person);
    }
    touched(person);
  }

  /** The connection of a stream is gone. */
  public void closed(S stream, Instant now) {
    watches.end(stream);
    UserId user = owners.remove(stream);
    Person<S> person = user == null ? null : people.get(user);
    if (person != null) {
      person.closes(stream, now);
      touched(person);
    }
  }

  /** The streams of a device of someone; another node has it when there is none. */
  public List<S> streamsOf(UserId user, UUID device) {
    Person<S> person = people.get(user);
    return person == null ? List.of() : person.streamsOf(device);
  }

  /** Everyone's devices of someone who chose, to tell them what was chosen. */
  public Set<S> devicesOf(UserId user) {
    Person<S> person = people.get(user);
    return person == null ? Set.of() : Set.copyOf(person.devices.keySet());
  }

  /** A device gave a sign of life. */
  public void said(S stream, boolean idle, Instant now) {
    UserId user = owners.get(stream);
    Person<S> person = user == null ? null : people.get(user);
    if (person != null && person.said(stream, idle, now)) {
      touched(person);
    }
  }

  /** What a stream shows; it is told of these people, as far as it shares a server with them. */
  public void watch(S stream, Collection<UserId> users) {
    if (owners.containsKey(stream)) {
      watches.watch(stream, users);
    }
  }

  /** Someone chose. */
  public void chose(UserId user, Status status, Instant now) {
    choices.chose(user, status, now);
  }

  /** Those whose choice is wanted; they are not named again unless it is wanted again. */
  public Set<UserId> takeWhoToLoad() {
    return choices.takeWhoToRead();
  }

  /** Their choice could not be read. */
  public void loadAgain(Set<UserId> users) {
    choices.readAgain(users);
  }

  /**
   * What was read.
   *
   * @param at when it was asked for; whoever chose since is known better
   */
  public void loaded(Set<UserId> users, Map<UserId, Status> statuses, Instant at) {
    choices.readOf(users, statuses, at);
  }

  /** What other nodes told. */
  public void heard(List<Told> all) {
    for (Told told : all) {
      switch (told) {
        case Told.Here here -> heardOf(here.node(), here.guest());
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

  private void heardOf(String node, Guest guest) {
    Person<S> person = people.computeIfAbsent(guest.user(), Person::new);
    person.elsewhere.put(node, guest.idle());
    if (!person.isHere() || person.chosen == null) {
      person.chosen = guest.chosen();
    }
    if (!person.isHere()) {
      moved(person, guest.servers());
    }
    touched(person);
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
    attendance.end(server).forEach(user -> left(user, server));
  }

  private void moved(Person<S> person, Set<ServerId> servers) {
    if (servers.equals(person.servers)) {
      return;
    }
    if (person.told != Presence.OFFLINE) {
      attendance.goes(
          person.id, person.servers.stream().filter(one -> !servers.contains(one)).toList());
      attendance.comes(person.id, servers);
      person.retell = true;
    }
    person.servers = Set.copyOf(servers);
  }

  /** What is true of someone may be another now: here at the next tick, at other nodes soon. */
  private void touched(Person<S> person) {
    teller.changed(person.id);
    announcer.changed(person);
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
      people.values().stream().filter(Person::isHere).forEach(choices::read);
    }
    Telling<S> telling = teller.tick(now);
    counters.told(telling.cost(), teller.waiting());
    counters.connected(people.size(), owners.size());
    return telling.frames();
  }

  /** Those who did not come back, and those who fell silent. */
  private void look(Instant now) {
    for (Person<S> person : people.values()) {
      boolean gone = person.stayedAway(now);
      int silent = person.fellSilent(now);
      if (gone || silent > 0) {
        counters.silent(silent);
        touched(person);
      }
    }
  }

  /** Those who are connected, up to {@value #MOST_NAMED} of them. */
  public View of(ServerId server) {
    Set<UserId> there = attendance.of(server);
    return new View(
        there.size(),
        !audience.isLarge(server),
        presences(there.stream().limit(MOST_NAMED).toList()));
  }

  /** Those of these people who are connected. */
  public View of(ServerId server, Collection<UserId> users) {
    Set<UserId> there = attendance.of(server);
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

  int size() {
    return people.size();
  }

  boolean knowsNothingOf(S stream) {
    return !owners.containsKey(stream)
        && watches.knowsNothingOf(stream)
        && people.values().stream().noneMatch(person -> person.devices.containsKey(stream));
  }
}

package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What people chose to be shown as, as far as it is known here, and of whom it is to be read.
 *
 * @param <S> a stream of the feed
 */
final class Choices<S> {

  private final Map<UserId, Person<S>> people;
  private final Consumer<Person<S>> touched;
  private final Set<UserId> toRead = new LinkedHashSet<>();

  /**
   * @param people everyone of whom anything is known
   * @param touched is told whose choice became known
   */
  Choices(Map<UserId, Person<S>> people, Consumer<Person<S>> touched) {
    this.people = people;
    this.touched = touched;
  }

  /** It is not known, or perhaps not any more. */
  void read(Person<S> person) {
    toRead.add(person.id);
  }

  void readAgain(Collection<UserId> users) {
    users.stream().filter(people::containsKey).forEach(toRead::add);
  }

  /** Those whose choice is to be read; they are not named again unless it is to be read again. */
  Set<UserId> takeWhoToRead() {
    Set<UserId> taken = new LinkedHashSet<>();
    Iterator<UserId> wanted = toRead.iterator();
    while (wanted.hasNext() && taken.size() < PresenceNumbers.LOADED_AT_ONCE) {
      UserId user = wanted.next();
      wanted.remove();
      if (people.containsKey(user)) {
        taken.add(user);
      }
    }
    return taken;
  }

  /** Someone chose. */
  void chose(UserId user, Status status, Instant now) {
    Person<S> person = people.get(user);
    if (person != null) {
      person.chosen = status;
      person.chosenAt = now;
      toRead.remove(user);
      touched.accept(person);
    }
  }

  /**
   * What was read.
   *
   * @param at when it was asked for; whoever chose since is known better
   */
  void readOf(Set<UserId> users, Map<UserId, Status> statuses, Instant at) {
    for (UserId user : users) {
      Person<S> person = people.get(user);
      if (person != null && person.chosenAt.isBefore(at)) {
        person.chosen = statuses.getOrDefault(user, Status.ONLINE);
        touched.accept(person);
      }
    }
  }
}

package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers whose presence may have changed, and tells it: of one person not too often, and in all
 * not more than a tick may cost. What waits is told as it is by then.
 *
 * @param <S> a stream of the feed
 */
final class Teller<S> {

  private final Map<UserId, Person<S>> people;
  private final Attendance attendance;
  private final Watches<S> watches;
  private final Audience<S> audience;

  /** In the order in which that came up. */
  private final Set<UserId> changed = new LinkedHashSet<>();

  /**
   * @param people everyone of whom anything is known; who is to be forgotten is removed from it
   */
  Teller(
      Map<UserId, Person<S>> people,
      Attendance attendance,
      Watches<S> watches,
      Audience<S> audience) {
    this.people = people;
    this.attendance = attendance;
    this.watches = watches;
    this.audience = audience;
  }

  void changed(UserId user) {
    changed.add(user);
  }

  int waiting() {
    return changed.size();
  }

  Telling<S> tick(Instant now) {
    Telling<S> telling = new Telling<>();
    answer(telling);
    Iterator<UserId> next = changed.iterator();
    while (next.hasNext() && !telling.isSpent()) {
      Person<S> person = people.get(next.next());
      if (person == null || settle(person, now, telling)) {
        next.remove();
      }
      if (person != null && person.isForgotten()) {
        people.remove(person.id);
      }
    }
    return telling;
  }

  /** What streams want to know that have begun to watch it. */
  private void answer(Telling<S> telling) {
    Watches.@Nullable Question<S> question = telling.isSpent() ? null : watches.takeQuestion();
    while (question != null) {
      for (UserId user : question.users()) {
        Person<S> person = people.get(user);
        Presence known =
            person != null && audience.mayKnow(question.stream(), person)
                ? person.told
                : Presence.OFFLINE;
        telling.tell(question.stream(), user, known);
      }
      question = telling.isSpent() ? null : watches.takeQuestion();
    }
  }

  /** Whether there is nothing more to tell of them; otherwise they were told of just now. */
  private boolean settle(Person<S> person, Instant now, Telling<S> telling) {
    Presence shown = person.now();
    if (shown == person.told && !person.retell) {
      return true;
    }
    if (now.isBefore(earliest(person))) {
      return false;
    }
    if (person.told == Presence.OFFLINE && shown != Presence.OFFLINE) {
      attendance.comes(person.id, person.servers);
    } else if (person.told != Presence.OFFLINE && shown == Presence.OFFLINE) {
      attendance.goes(person.id, person.servers);
    }
    person.told = shown;
    person.toldAt = now;
    person.retell = false;
    telling.tell(audience.of(person), person.id, shown);
    return true;
  }

  private static Instant earliest(Person<?> person) {
    return person.toldAt.equals(Instant.MIN)
        ? Instant.MIN
        : person.toldAt.plus(PresenceNumbers.TELL_EVERY);
  }
}

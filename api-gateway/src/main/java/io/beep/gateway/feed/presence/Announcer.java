package io.beep.gateway.feed.presence;

import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Neighbours.Guest;

/** Tells the other nodes of those who are here, as often as there is something new. */
final class Announcer {

  private final Neighbours neighbours;

  Announcer(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  /**
   * Something of them may be another now. Of whom it is not known what they chose nothing is told,
   * and of someone invisible what is told of someone who is not there.
   */
  void changed(Person<?> person) {
    Status chosen = person.chosen;
    boolean seen = person.isHere() && chosen != Status.INVISIBLE;
    if (seen && chosen != null) {
      Guest guest = new Guest(person.id, person.isIdleHere(), chosen, person.servers);
      if (!guest.equals(person.announced)) {
        person.announced = guest;
        neighbours.here(guest);
      }
    } else if (!seen && person.announced != null) {
      person.announced = null;
      neighbours.gone(person.id);
    }
  }
}

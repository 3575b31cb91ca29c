package io.beep.gateway.feed.presence;

import io.beep.coreapi.shared.ServerId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * To whom it is told how someone is shown: to their own devices, to all who listen in a server with
 * them, and in a large one only to those who watch them.
 *
 * @param <S> a stream of the feed
 */
final class Audience<S> {

  private final Function<ServerId, Set<S>> members;
  private final Attendance attendance;
  private final Watches<S> watches;

  /**
   * @param members the live streams of those who are in a server
   */
  Audience(Function<ServerId, Set<S>> members, Attendance attendance, Watches<S> watches) {
    this.members = members;
    this.attendance = attendance;
    this.watches = watches;
  }

  Set<S> of(Person<S> person) {
    Set<S> hearing = new LinkedHashSet<>(person.devices.keySet());
    for (ServerId server : person.servers) {
      if (!isLarge(server)) {
        hearing.addAll(members.apply(server));
      }
    }
    for (S stream : watches.of(person.id)) {
      if (mayKnow(stream, person)) {
        hearing.add(stream);
      }
    }
    return hearing;
  }

  /** Whether whose stream it is shares a server with them. */
  boolean mayKnow(S stream, Person<S> person) {
    return person.servers.stream().anyMatch(server -> members.apply(server).contains(stream));
  }

  /** Whether only those are told who watch: there are too many people, or too many listen here. */
  boolean isLarge(ServerId server) {
    return attendance.of(server).size() > PresenceNumbers.LARGE
        || members.apply(server).size() > PresenceNumbers.LARGE;
  }
}

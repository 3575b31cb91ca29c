package io.beep.gateway.feed;

import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.RoleTaken;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDeletionStarted;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerRestored;
import io.beep.coreapi.server.TimeoutImposed;
import io.beep.coreapi.server.TimeoutLifted;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets streams in between two events, with all that they missed and nothing that they may not see.
 * Belongs to the thread of the hub.
 */
final class Admissions {

  private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);

  private final FeedHub hub;
  private final Scopes scopes;
  private final Ring ring;
  private final Audiences audiences;
  private final Drains drains;
  private final FrameWriter writer;
  private final Clock clock;

  /** Their scope knows more than the hub has given out yet. */
  private final PriorityQueue<Admission> early =
      new PriorityQueue<>(Comparator.comparingLong((Admission a) -> a.scope().position()));

  Admissions(
      FeedHub hub,
      Scopes scopes,
      Ring ring,
      Audiences audiences,
      Drains drains,
      FrameWriter writer,
      Clock clock) {
    this.hub = hub;
    this.scopes = scopes;
    this.ring = ring;
    this.audiences = audiences;
    this.drains = drains;
    this.writer = writer;
    this.clock = clock;
  }

  /** To be called when the hub's position has advanced. */
  void settleWhoWasEarly() {
    while (!early.isEmpty() && early.peek().scope().position() <= hub.position()) {
      Admission due = early.remove();
      FeedHub.attempt(() -> settle(due));
    }
  }

  void forget(FeedStream stream) {
    early.removeIf(admission -> admission.stream() == stream);
  }

  /** Lets a stream in, or finds out what is missing for it. */
  void settle(Admission admission) {
    FeedStream stream = admission.stream();
    if (!hub.isOpen(stream)) {
      return;
    }
    FeedScopeView scope = admission.scope();
    if (scope.position() > hub.position()) {
      early.add(admission);
      return;
    }
    if (admission.pastEnd() < ring.floor() || scope.position() < admission.from()) {
      LOG.warn(
          "a stream from {} cannot be let in: the scope knows {}, the ring begins after {}",
          admission.from(),
          scope.position(),
          ring.floor());
      hub.end(stream, Ended.SCOPE_UNAVAILABLE);
      return;
    }
    List<FeedEvent> events = new ArrayList<>(admission.past());
    events.addAll(ring.after(admission.pastEnd()));
    if (joinsAfter(scope.position(), stream.user(), events)) {
      reload(admission, hub.position());
      return;
    }
    Set<ServerId> inScope = serversOf(scope);
    if (Replay.mayChangeRights(stream.user(), inScope, events)) {
      letIn(admission, events, null);
      return;
    }
    Set<ServerId> before = admission.membersAtFrom();
    if (before == null) {
      Optional<Set<ServerId>> told = Replay.membersBefore(stream.user(), inScope, events);
      if (told.isEmpty() && admission.from() < scope.position()) {
        settle(Admission.live(stream, scope, Admission.RESET));
        return;
      }
      // Whoever begins now has no snapshot yet, so that what is gone already need not be told.
      before = told.orElse(inScope);
    }
    letIn(admission, events, before);
  }

  /**
   * @param before the servers that the user was in before these events; null for whoever shall load
   *     a snapshot instead of getting them
   */
  private void letIn(Admission admission, List<FeedEvent> events, @Nullable Set<ServerId> before) {
    FeedStream stream = admission.stream();
    Map<ServerId, MemberAccess> memberships = new HashMap<>();
    Set<ServerId> deletedOnes = new HashSet<>(admission.scope().deleted());
    for (FeedScopeView.Membership membership : admission.scope().memberships()) {
      ServerId server = membership.server().serverId();
      memberships.put(server, membership.member());
      audiences.ofOr(server, () -> upToDate(membership, admission.scope().position(), events));
    }
    for (FeedEvent event : events) {
      if (event.position() > admission.scope().position()) {
        switch (event.event()) {
          case DepartureEvent gone when gone.userId().equals(stream.user()) ->
              memberships.remove(gone.serverId());
          case TimeoutImposed imposed when imposed.userId().equals(stream.user()) ->
              memberships.computeIfPresent(
                  imposed.serverId(), (_, member) -> member.timedOut(imposed.until()));
          case TimeoutLifted lifted when lifted.userId().equals(stream.user()) ->
              memberships.computeIfPresent(lifted.serverId(), (_, member) -> member.timedOut(null));
          case RoleGiven given when given.userId().equals(stream.user()) ->
              memberships.computeIfPresent(
                  given.serverId(), (_, member) -> member.with(given.roleId()));
          case RoleTaken taken when taken.userId().equals(stream.user()) ->
              memberships.computeIfPresent(
                  taken.serverId(), (_, member) -> member.without(taken.roleId()));
          case ServerDeleted deleted -> memberships.remove(deleted.serverId());
          case ServerDeletionScheduled deleted -> {
            if (memberships.remove(deleted.serverId()) != null) {
              deletedOnes.add(deleted.serverId());
            }
          }
          case ServerDeletionStarted started -> deletedOnes.remove(started.serverId());
          default -> {}
        }
      }
    }
    stream
        .outbox()
        .replay(
            before == null
                ? List.of(writer.position(Admission.RESET, hub.position(), clock.instant()))
                : firstFrames(admission, events, before, memberships));
    stream.told(hub.position());
    drains.mark(stream.outbox());
    audiences.admit(stream, memberships, deletedOnes);
    hub.presences().admitted(stream);
  }

  private List<Frame> firstFrames(
      Admission admission,
      List<FeedEvent> events,
      Set<ServerId> before,
      Map<ServerId, MemberAccess> memberships) {
    Replay replay =
        new Replay(
            admission.stream().user(),
            memberships.keySet(),
            (server, channel) -> {
              Audience audience = audiences.of(server);
              MemberAccess member = memberships.get(server);
              return audience != null && member != null && audience.sees(member, channel);
            },
            (server, channel) -> {
              Audience audience = audiences.of(server);
              MemberAccess member = memberships.get(server);
              return audience != null && member != null && audience.readsHistory(member, channel);
            },
            clock.instant().minus(FeedNumbers.HISTORY_AFTER),
            (server, permission) -> {
              Audience audience = audiences.of(server);
              MemberAccess member = memberships.get(server);
              return audience != null
                  && member != null
                  && audience.may(member, permission, clock.instant());
            });
    List<Frame> frames = new ArrayList<>();
    String opening = admission.opening();
    if (opening != null) {
      frames.add(writer.position(opening, admission.from(), clock.instant()));
    }
    replay.select(before, events).forEach(event -> frames.add(event.frame(writer)));
    return frames;
  }

  /** The server as it is now, from a scope that is a little older. */
  private static Audience upToDate(
      FeedScopeView.Membership membership, long scopePosition, List<FeedEvent> events) {
    Audience audience = new Audience(membership);
    for (FeedEvent event : events) {
      if (event.position() > scopePosition && audience.serverId().equals(event.serverId())) {
        switch (event.event()) {
          case ServerEvent told -> audience.on(told);
          case ChannelEvent told -> audience.on(told);
          default -> {}
        }
      }
    }
    return audience;
  }

  /** Whether the user is in a server of which the scope cannot tell. */
  private static boolean joinsAfter(long scopePosition, UserId user, List<FeedEvent> events) {
    return events.stream()
        .filter(event -> event.position() > scopePosition)
        .anyMatch(
            event ->
                switch (event.event()) {
                  case ArrivalEvent came -> came.userId().equals(user);
                  // Perhaps one of theirs; it is rare enough to ask.
                  case ServerRestored _ -> true;
                  default -> false;
                });
  }

  private static Set<ServerId> serversOf(FeedScopeView scope) {
    Set<ServerId> servers = new HashSet<>();
    scope.memberships().forEach(membership -> servers.add(membership.server().serverId()));
    return servers;
  }

  /**
   * Takes a stream out and lets it in again with a scope that knows the position, as if it had been
   * away since just before it: what happens meanwhile comes out of the ring, in order.
   */
  void catchUp(FeedStream stream, long knowing) {
    Set<ServerId> before = stream.servers();
    audiences.pause(stream);
    FeedScopeView nothing = new FeedScopeView(List.of(), knowing - 1);
    reload(new Admission(stream, nothing, knowing - 1, List.of(), before, null, 0), knowing);
  }

  private void reload(Admission admission, long knowing) {
    if (admission.tries() >= FeedNumbers.SCOPE_TRIES) {
      hub.end(admission.stream(), Ended.SCOPE_UNAVAILABLE);
      return;
    }
    scopes
        .load(admission.stream().user(), knowing)
        .subscribe(
            newer -> hub.later(() -> settle(admission.with(newer))),
            failure -> {
              LOG.warn("a stream ends, its scope cannot be had: {}", failure.toString());
              hub.later(() -> hub.end(admission.stream(), Ended.SCOPE_UNAVAILABLE));
            });
  }
}

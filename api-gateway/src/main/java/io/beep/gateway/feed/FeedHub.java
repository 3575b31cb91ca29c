package io.beep.gateway.feed;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelEvent;
import io.beep.coreapi.channel.ChannelRenamed;
import io.beep.coreapi.channel.ChannelTopicSet;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.gateway.shared.bus.KnownPosition;
import io.netty.util.concurrent.EventExecutor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives events to those who may see them. Everything that decides who that is belongs to one
 * thread, {@link #run()}; other threads only put work into its queue.
 */
final class FeedHub implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedHub.class);

  private final Scopes scopes;
  private final FrameWriter writer;
  private final KnownPosition known;
  private final FeedCounters counters;
  private final Clock clock;

  /** Bounded by {@link #batches} and by the number of streams, each of which has few tasks. */
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

  private final Semaphore batches = new Semaphore(FeedNumbers.BATCHES_WAITING);

  private final Ring ring;
  private volatile long position;
  private volatile boolean running = true;

  private final Map<ServerId, Audience> audiences = new HashMap<>();
  private final Map<UserId, Set<FeedStream>> liveByUser = new HashMap<>();
  private final Set<FeedStream> open = new LinkedHashSet<>();
  private final PriorityQueue<Admission> early =
      new PriorityQueue<>(Comparator.comparingLong((Admission a) -> a.scope().position()));
  private final Map<EventExecutor, List<Outbox>> marked = new HashMap<>();
  private CountDownLatch drained = new CountDownLatch(0);
  private long ticks;

  /**
   * @param position of the last event before those that will be published
   */
  FeedHub(
      Scopes scopes,
      FrameWriter writer,
      KnownPosition known,
      FeedCounters counters,
      Clock clock,
      long position) {
    this.scopes = scopes;
    this.writer = writer;
    this.known = known;
    this.counters = counters;
    this.clock = clock;
    this.position = position;
    this.ring = new Ring(FeedNumbers.RING_EVENTS, FeedNumbers.RING_BYTES, position);
  }

  /** Of the last event that was given out. */
  long position() {
    return position;
  }

  /** Events after this position need no store. */
  long floor() {
    return ring.floor();
  }

  @Override
  public void run() {
    while (running) {
      try {
        Runnable next = work.take();
        // Small tasks that wait together share their writes; batches of events write their own.
        do {
          attempt(next);
          next = work.poll();
        } while (next != null);
        flush();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      LOG.error("the feed failed at a task and goes on", fault);
    }
  }

  /** Hands over events in the order of the stream; waits when the hub is behind. */
  void publish(List<FeedEvent> batch) throws InterruptedException {
    batches.acquire();
    work.add(
        () -> {
          batches.release();
          batch.forEach(this::deliver);
          flush();
        });
  }

  void signal(Signal signal) {
    work.add(() -> deliver(signal));
  }

  void opened(FeedStream stream) {
    work.add(() -> open.add(stream));
  }

  void admit(Admission admission) {
    work.add(() -> settle(admission));
  }

  void closed(FeedStream stream) {
    work.add(() -> end(stream, Ended.BY_CLIENT));
  }

  /** To be called once a second. */
  void tick() {
    work.add(this::beat);
  }

  /** Ends every stream and then this. */
  void shutDown() {
    work.add(
        () -> {
          List.copyOf(open).forEach(stream -> end(stream, Ended.SHUTDOWN));
          running = false;
        });
  }

  private void deliver(FeedEvent event) {
    position = event.position();
    ring.add(event);
    attempt(() -> fanOut(event));
    known.advanceTo(event.position());
    while (!early.isEmpty() && early.peek().scope().position() <= position) {
      Admission due = early.remove();
      attempt(() -> settle(due));
    }
  }

  private void fanOut(FeedEvent event) {
    switch (event.event()) {
      case ServerEvent told -> fanOut(event, told);
      case ChannelEvent told -> fanOut(event, told);
      case MessageEvent told -> send(event, viewers(told.serverId(), told.channelId()));
      default -> {
        // Told to nobody, such as that someone signed up.
      }
    }
  }

  private void fanOut(FeedEvent event, ServerEvent told) {
    Audience audience = audiences.get(told.serverId());
    Set<FeedStream> members = audience == null ? Set.of() : audience.members();
    switch (told) {
      case ServerCreated created -> send(event, streamsOf(created.ownerId()));
      case ServerRenamed _, ServerDescribed _ -> send(event, members);
      case ServerDeleted deleted -> {
        send(event, members);
        List.copyOf(members).forEach(stream -> leave(stream, deleted.serverId()));
      }
      case MemberJoined joined -> {
        // First, so that the one who joins gets it by catching up and not twice.
        List.copyOf(streamsOf(joined.userId()))
            .forEach(stream -> catchUp(stream, event.position()));
        send(event, members);
      }
      case MemberLeft left -> {
        send(event, members);
        streamsOf(left.userId()).forEach(stream -> leave(stream, left.serverId()));
      }
    }
  }

  private void fanOut(FeedEvent event, ChannelEvent told) {
    Audience audience = audiences.get(told.serverId());
    if (audience == null) {
      return;
    }
    switch (told) {
      case ChannelCreated created -> {
        audience.on(created);
        send(event, audience.viewers(created.channelId()));
      }
      case ChannelRenamed _, ChannelTopicSet _ -> send(event, audience.viewers(told.channelId()));
      case ChannelDeleted deleted -> {
        send(event, audience.viewers(deleted.channelId()));
        audience.on(deleted);
      }
    }
  }

  private Set<FeedStream> viewers(ServerId server, ChannelId channel) {
    Audience audience = audiences.get(server);
    return audience == null ? Set.of() : audience.viewers(channel);
  }

  private Set<FeedStream> streamsOf(UserId user) {
    return liveByUser.getOrDefault(user, Set.of());
  }

  private void send(FeedEvent event, Collection<FeedStream> streams) {
    if (streams.isEmpty()) {
      return;
    }
    Frame frame = event.frame(writer);
    List<FeedStream> tooSlow = new ArrayList<>(0);
    for (FeedStream stream : streams) {
      if (!offer(stream, frame)) {
        tooSlow.add(stream);
      }
    }
    tooSlow.forEach(stream -> end(stream, Ended.TOO_SLOW));
  }

  private boolean offer(FeedStream stream, Frame frame) {
    if (!stream.outbox().offer(frame)) {
      return false;
    }
    stream.told(frame.position());
    counters.delivered();
    mark(stream.outbox());
    return true;
  }

  private void deliver(Signal signal) {
    switch (signal) {
      case Signal.Typing typing -> {
        Frame frame = writer.typing(typing);
        for (FeedStream stream : List.copyOf(viewers(typing.serverId(), typing.channelId()))) {
          if (!stream.user().equals(typing.user().id()) && !offer(stream, frame)) {
            end(stream, Ended.TOO_SLOW);
          }
        }
      }
    }
  }

  /** Lets a stream in, or finds out what is missing for it. */
  private void settle(Admission admission) {
    FeedStream stream = admission.stream();
    if (!open.contains(stream)) {
      return;
    }
    FeedScopeView scope = admission.scope();
    if (scope.position() > position) {
      early.add(admission);
      return;
    }
    if (admission.pastEnd() < ring.floor() || scope.position() < admission.from()) {
      LOG.warn(
          "a stream from {} cannot be let in: the scope knows {}, the ring begins after {}",
          admission.from(),
          scope.position(),
          ring.floor());
      end(stream, Ended.SCOPE_UNAVAILABLE);
      return;
    }
    List<FeedEvent> events = new ArrayList<>(admission.past());
    events.addAll(ring.after(admission.pastEnd()));
    if (joinsAfter(scope.position(), stream.user(), events)) {
      reload(admission, position);
      return;
    }
    Set<ServerId> before = admission.membersAtFrom();
    if (before == null) {
      Set<ServerId> inScope = serversOf(scope);
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

  private void letIn(Admission admission, List<FeedEvent> events, Set<ServerId> before) {
    FeedStream stream = admission.stream();
    Map<ServerId, MemberAccess> memberships = new HashMap<>();
    for (FeedScopeView.Membership membership : admission.scope().memberships()) {
      ServerId server = membership.server().serverId();
      memberships.put(server, membership.member());
      if (!audiences.containsKey(server)) {
        audiences.put(server, upToDate(membership, admission.scope().position(), events));
      }
    }
    for (FeedEvent event : events) {
      if (event.position() > admission.scope().position()) {
        switch (event.event()) {
          case MemberLeft left when left.userId().equals(stream.user()) ->
              memberships.remove(left.serverId());
          case ServerDeleted deleted -> memberships.remove(deleted.serverId());
          default -> {}
        }
      }
    }
    Replay replay =
        new Replay(
            stream.user(),
            memberships.keySet(),
            (server, channel) -> {
              Audience audience = audiences.get(server);
              MemberAccess member = memberships.get(server);
              return audience != null && member != null && audience.sees(member, channel);
            });
    List<Frame> frames = new ArrayList<>();
    String opening = admission.opening();
    if (opening != null) {
      frames.add(writer.position(opening, admission.from(), clock.instant()));
    }
    replay.select(before, events).forEach(event -> frames.add(event.frame(writer)));
    stream.outbox().replay(frames);
    stream.told(position);
    mark(stream.outbox());
    memberships.forEach(
        (server, member) -> {
          Audience audience = audiences.get(server);
          if (audience != null) {
            audience.admit(stream, member);
            stream.audiences().put(server, audience);
          }
        });
    audiences.values().removeIf(Audience::isEmpty);
    stream.live(true);
    liveByUser.computeIfAbsent(stream.user(), _ -> new LinkedHashSet<>()).add(stream);
  }

  /** The server as it is now, from a scope that is a little older. */
  private static Audience upToDate(
      FeedScopeView.Membership membership, long scopePosition, List<FeedEvent> events) {
    Audience audience = new Audience(membership);
    for (FeedEvent event : events) {
      if (event.position() > scopePosition && audience.serverId().equals(event.serverId())) {
        switch (event.event()) {
          case ChannelCreated created -> audience.on(created);
          case ChannelDeleted deleted -> audience.on(deleted);
          default -> {}
        }
      }
    }
    return audience;
  }

  private static boolean joinsAfter(long scopePosition, UserId user, List<FeedEvent> events) {
    return events.stream()
        .anyMatch(
            event ->
                event.position() > scopePosition
                    && event.event() instanceof MemberJoined joined
                    && joined.userId().equals(user));
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
  private void catchUp(FeedStream stream, long knowing) {
    Set<ServerId> before = stream.servers();
    pause(stream);
    FeedScopeView nothing = new FeedScopeView(List.of(), knowing - 1);
    reload(new Admission(stream, nothing, knowing - 1, List.of(), before, null, 0), knowing);
  }

  private void reload(Admission admission, long knowing) {
    if (admission.tries() >= FeedNumbers.SCOPE_TRIES) {
      end(admission.stream(), Ended.SCOPE_UNAVAILABLE);
      return;
    }
    scopes
        .load(admission.stream().user(), knowing)
        .subscribe(
            newer -> admit(admission.with(newer)),
            failure -> {
              LOG.warn("a stream ends, its scope cannot be had: {}", failure.toString());
              work.add(() -> end(admission.stream(), Ended.SCOPE_UNAVAILABLE));
            });
  }

  private void leave(FeedStream stream, ServerId server) {
    Audience audience = stream.audiences().remove(server);
    if (audience != null) {
      dismiss(stream, audience);
    }
  }

  private void pause(FeedStream stream) {
    stream.audiences().values().forEach(audience -> dismiss(stream, audience));
    stream.audiences().clear();
    stream.live(false);
    Set<FeedStream> siblings = liveByUser.get(stream.user());
    if (siblings != null) {
      siblings.remove(stream);
      if (siblings.isEmpty()) {
        liveByUser.remove(stream.user());
      }
    }
  }

  private void dismiss(FeedStream stream, Audience audience) {
    audience.dismiss(stream);
    if (audience.isEmpty()) {
      audiences.remove(audience.serverId(), audience);
    }
  }

  private void end(FeedStream stream, Ended reason) {
    if (!open.remove(stream)) {
      return;
    }
    pause(stream);
    early.removeIf(admission -> admission.stream() == stream);
    counters.ended(reason);
    switch (reason) {
      case BY_CLIENT -> stream.outbox().discard();
      case TOO_SLOW -> stream.outbox().cut();
      case TOKEN_EXPIRED -> stream.outbox().end("the access token has ended");
      case SCOPE_UNAVAILABLE -> stream.outbox().end("try again");
      case SHUTDOWN -> stream.outbox().end("this node ends");
    }
  }

  private void beat() {
    ticks++;
    Instant now = clock.instant();
    Frame told = writer.position("feed.position", position, now);
    List<FeedStream> tooSlow = new ArrayList<>(0);
    List<FeedStream> expired = new ArrayList<>(0);
    long slot = ticks % FeedNumbers.HEARTBEAT_SECONDS;
    for (FeedStream stream : open) {
      if (!now.isBefore(stream.expiresAt())) {
        expired.add(stream);
      } else if (Math.floorMod(System.identityHashCode(stream), FeedNumbers.HEARTBEAT_SECONDS)
          == slot) {
        boolean moved = stream.isLive() && stream.toldPosition() < position;
        if (!offer(stream, moved ? told : Frame.COMMENT)) {
          tooSlow.add(stream);
        }
      }
    }
    expired.forEach(stream -> end(stream, Ended.TOKEN_EXPIRED));
    tooSlow.forEach(stream -> end(stream, Ended.TOO_SLOW));
  }

  private void mark(Outbox outbox) {
    if (outbox.mark()) {
      marked.computeIfAbsent(outbox.loop(), _ -> new ArrayList<>()).add(outbox);
    }
  }

  /**
   * One task per event loop, however many streams have something to send. Waits until the tasks of
   * the time before are done: they never wait for a client, so this is no more than going at the
   * pace of our own threads. Without it a burst of events would fill the outbox of every client,
   * however fast it reads.
   */
  private void flush() {
    awaitDrained();
    List<Map.Entry<EventExecutor, List<Outbox>>> due =
        marked.entrySet().stream().filter(loop -> !loop.getValue().isEmpty()).toList();
    CountDownLatch draining = new CountDownLatch(due.size());
    drained = draining;
    for (Map.Entry<EventExecutor, List<Outbox>> loop : due) {
      List<Outbox> batch = List.copyOf(loop.getValue());
      batch.forEach(Outbox::unmark);
      loop.getValue().clear();
      try {
        loop.getKey().execute(() -> drain(batch, draining));
      } catch (RejectedExecutionException shuttingDown) {
        LOG.debug("an event loop has ended", shuttingDown);
        draining.countDown();
      }
    }
  }

  private static void drain(List<Outbox> batch, CountDownLatch draining) {
    try {
      batch.forEach(Outbox::drain);
    } finally {
      draining.countDown();
    }
  }

  private void awaitDrained() {
    try {
      if (!drained.await(FeedNumbers.DRAIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the event loops are behind the feed by {}", FeedNumbers.DRAIN_LIMIT);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}

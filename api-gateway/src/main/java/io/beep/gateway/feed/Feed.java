package io.beep.gateway.feed;

import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.Neighbours;
import io.beep.gateway.feed.presence.PresenceCounters;
import io.beep.gateway.shared.Instruments;
import io.beep.gateway.shared.bus.Bridge;
import io.beep.gateway.shared.bus.KnownPosition;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.json.Json;
import io.beep.identity.api.Revocations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The feed of this node: builds its parts, starts and ends its threads. */
public final class Feed implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration JOIN_LIMIT = Duration.ofSeconds(3);

  private final EventStream events;
  private final QueryAsker queries;
  private final KnownPosition known;
  private final Bridge bridge;
  private final Json json;
  private final Clock clock;
  private final FeedCounters counters;
  private final FeedTraces traces;
  private final Signals signals;
  private final PresenceParts presence;
  private final Revocations revocations;
  private @Nullable Running running;

  private record Running(
      FeedHub hub,
      People people,
      PastEvents past,
      Thread dispatcher,
      Thread follower,
      ScheduledExecutorService ticker) {}

  public Feed(
      StreamableMessageSource<TrackedEventMessage<?>> source,
      QueryAsker queries,
      KnownPosition known,
      Bridge bridge,
      Signals signals,
      ChosenStatuses statuses,
      Neighbours neighbours,
      Revocations revocations,
      Json json,
      Clock clock,
      Instruments instruments) {
    this.events = new EventStream(source);
    this.signals = signals;
    this.revocations = revocations;
    this.queries = queries;
    this.known = known;
    this.bridge = bridge;
    this.json = json;
    this.clock = clock;
    this.counters = new FeedCounters(instruments.meters());
    this.presence =
        new PresenceParts(statuses, neighbours, new PresenceCounters(instruments.meters()), bridge);
    this.traces = new FeedTraces(instruments.tracer());
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new OpenFeedEndpoint(this, new Scopes(queries), bridge, clock),
        new AsyncApiEndpoint(json),
        new TypingEndpoint(new Scopes(queries), queries, known, signals, clock),
        new GetPresenceEndpoint(presence),
        new ChoosePresenceEndpoint(presence, signals, clock),
        new TellDeviceEndpoint(signals, clock),
        new ListPresencesEndpoint(this, queries),
        new ListChannelMembersEndpoint(this, queries));
  }

  /** The position of the newest event there is. Blocks. */
  public long head() {
    return events.head();
  }

  @Override
  public synchronized void start() {
    if (running != null) {
      return;
    }
    long head = events.head();
    // Whoever was told of something before this node began must find it here at once.
    known.advanceTo(head);
    long from = Math.max(-1, head - FeedNumbers.RING_AT_START);
    FeedHub hub =
        new FeedHub(
            new Scopes(queries),
            new HubTools(new FrameWriter(json), counters, clock),
            known,
            revocations,
            presence,
            from);
    People people = new People(queries);
    signals.listen(hub::signal);
    hub.presences().listen();
    revocations.listen(hub::revoked);
    Thread dispatcher = Thread.ofPlatform().name("feed-hub").start(hub);
    Thread follower =
        Thread.ofPlatform()
            .name("feed-follower")
            .start(new FeedFollower(events, people, hub, traces, from));
    ScheduledExecutorService ticker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("feed-ticker").daemon().factory());
    var _ = ticker.scheduleAtFixedRate(hub::tick, 1, 1, TimeUnit.SECONDS);
    running =
        new Running(hub, people, new PastEvents(events, people, hub), dispatcher, follower, ticker);
    LOG.info("the feed follows the event stream after {}", from);
  }

  /** Before the server stops, which otherwise would wait for streams that never end. */
  @Override
  public synchronized void stop() {
    Running ending = running;
    running = null;
    if (ending == null) {
      return;
    }
    ending.ticker().shutdownNow();
    ending.follower().interrupt();
    ending.hub().shutDown();
    try {
      if (!ending.dispatcher().join(JOIN_LIMIT)) {
        LOG.warn("the feed did not end its streams within {}", JOIN_LIMIT);
        ending.dispatcher().interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }

  FeedHub hub() {
    return present().hub();
  }

  PastEvents past() {
    return present().past();
  }

  FeedCounters counters() {
    return counters;
  }

  private synchronized Running present() {
    Running present = running;
    if (present == null) {
      throw io.beep.gateway.shared.problem.Problems.unavailable("feed").exception();
    }
    return present;
  }
}

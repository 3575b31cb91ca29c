package io.beep.app.distributed.axonserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the event stream for a node that decides, so that it decides on all that any node has
 * committed.
 *
 * <p>Before a command is handled, {@link #catchUp} asks Axon Server for the end of the stream and
 * waits until this node has applied the events up to there: whatever was acknowledged to anybody
 * before the command was taken up is known, whichever node did it and wherever commands are routed
 * to. Commands that wait together share one question.
 */
public final class StreamFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamFollower.class);

  /**
   * The stream trails by one or two milliseconds; a node that is further behind must not decide.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration END_LIMIT = Duration.ofSeconds(3);
  private static final int BATCH = 500;

  /** About 100 bytes each. */
  private static final int RECENT = 50_000;

  private final StreamableMessageSource<TrackedEventMessage<?>> source;
  private final HeadQuestion head;
  private final Consumer<List<? extends TrackedEventMessage<?>>> listener;
  private final Map<String, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();

  /** Where receipts stand, by the identifier of their event. */
  private final Cache<String, Long> receipts = Caffeine.newBuilder().maximumSize(RECENT).build();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Thread thread;
  private volatile long position;
  private volatile boolean following;

  /**
   * @param head asks for the position of the newest event, -1 when there is none
   * @param listener is told of every event in order, before anyone who waits for it goes on
   */
  StreamFollower(
      StreamableMessageSource<TrackedEventMessage<?>> source,
      HeadQuestion head,
      Consumer<List<? extends TrackedEventMessage<?>>> listener) {
    this.source = source;
    this.head = head;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("event-follower").unstarted(this::run);
  }

  /**
   * Begins at the present end of the stream: who listens holds nothing older.
   *
   * @throws DomainException when Axon Server cannot be asked
   */
  void start() {
    position = ask();
    thread.start();
  }

  /** Of the last event that was applied. */
  public long position() {
    return position;
  }

  /** Whether the stream is open; while it is not, no command can be decided. */
  public boolean isFollowing() {
    return following;
  }

  /**
   * Waits until everything that was committed before this call has been applied here.
   *
   * @throws DomainException that the event store is unavailable, when that takes too long
   */
  public void catchUp() {
    long target = ask();
    if (position >= target) {
      return;
    }
    long nanos = PATIENCE.toNanos();
    lock.lock();
    try {
      while (position < target) {
        if (nanos <= 0) {
          LOG.warn("this node is at {} and did not reach {} in {}", position, target, PATIENCE);
          throw unavailable();
        }
        nanos = moved.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } finally {
      lock.unlock();
    }
  }

  /** The position of the newest event there is, -1 for none. */
  long ask() {
    try {
      return head.ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Axon Server did not tell the end of the stream", e);
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static DomainException unavailable() {
    return new DomainException(new CommonError.Unavailable("event-store"));
  }

  /** Promises the position of an event that is about to be appended. */
  CompletableFuture<Long> expect(String eventIdentifier) {
    CompletableFuture<Long> seen = new CompletableFuture<>();
    expected.put(eventIdentifier, seen);
    return seen;
  }

  void forget(String eventIdentifier) {
    expected.remove(eventIdentifier);
  }

  /** Where a receipt stands that passed by here lately. */
  OptionalLong receiptPosition(String eventIdentifier) {
    Long known = receipts.getIfPresent(eventIdentifier);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        follow();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException broken) {
        LOG.warn("the event stream failed after {}, it is opened again", position, broken);
        pause();
      } finally {
        following = false;
      }
    }
  }

  private void follow() throws InterruptedException {
    try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(token(position))) {
      following = true;
      while (!Thread.currentThread().isInterrupted()) {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        boolean some = stream.hasNextAvailable((int) WAIT.toMillis(), TimeUnit.MILLISECONDS);
        while (some && batch.size() < BATCH) {
          batch.add(stream.nextAvailable());
          some = stream.hasNextAvailable();
        }
        if (!batch.isEmpty()) {
          apply(batch);
        }
      }
    }
  }

  private void apply(List<TrackedEventMessage<?>> batch) {
    listener.accept(batch);
    for (TrackedEventMessage<?> event : batch) {
      long place = positionOf(event);
      if (event.getPayloadType().equals(CommandReceipted.class)) {
        receipts.put(event.getIdentifier(), place);
      }
      CompletableFuture<Long> awaited = expected.remove(event.getIdentifier());
      if (awaited != null) {
        awaited.complete(place);
      }
    }
    lock.lock();
    try {
      position = positionOf(batch.getLast());
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static @org.jspecify.annotations.Nullable TrackingToken token(long position) {
    return position < 0 ? null : new GlobalSequenceTrackingToken(position);
  }

  static long positionOf(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      if (!thread.join(END_LIMIT)) {
        LOG.warn("the follower of events did not end in {}", END_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

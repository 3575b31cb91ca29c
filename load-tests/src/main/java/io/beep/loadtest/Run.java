package io.beep.loadtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One load, from the first stream to the figures. */
final class Run {

  /**
   * A listen queue is short; more handshakes at once would be dropped and come again a second
   * later.
   */
  private static final int OPENING_AT_ONCE = 64;

  private static final Duration OPEN_LIMIT = Duration.ofMinutes(5);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(60);
  private static final Duration SEND_LIMIT = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration SETTLE = Duration.ofMillis(300);

  private final BeepHttp http;
  private final Accounts accounts;
  private final Room room;
  private final String name;
  private final Load load;
  private final Duration drain;
  private final @Nullable Long pid;
  private final Measurement measurement;

  /**
   * @param name tells its messages from those of other runs
   * @param drain how long to wait, at most, for deliveries after the last message
   */
  Run(
      BeepHttp http,
      Accounts accounts,
      Room room,
      String name,
      Load load,
      Duration drain,
      @Nullable Long pid,
      ErrorCounts errors) {
    this.http = http;
    this.accounts = accounts;
    this.room = room;
    this.name = name;
    this.load = load;
    this.drain = drain;
    this.pid = pid;
    this.measurement = new Measurement(load, errors);
  }

  Report measure() {
    List<FeedStream> streams = new ArrayList<>();
    List<Sender> senders = new ArrayList<>();
    Long resident;
    // Closed before the ledgers are read: that is when the event loops hand over what they wrote.
    try (Transport transport = new Transport(http.base())) {
      open(transport, streams);
      if (!load.isIdle()) {
        probe(streams);
      }
      Progress.told(load.name() + ": " + streams.size() + " streams are open");
      measurement.start();
      send(transport, senders);
      if (load.isIdle()) {
        pause(load.duration());
      } else {
        await(() -> hasAll(streams, senders), drain);
        pause(SETTLE);
      }
      resident = pid == null ? null : ProcessMemory.residentMegabytes(pid);
      streams.forEach(FeedStream::close);
    }
    return report(streams, senders, resident);
  }

  private void open(Transport transport, List<FeedStream> streams) {
    byte[] mark = Stamp.markOf(name);
    Semaphore opening = new Semaphore(OPENING_AT_ONCE);
    List<CompletableFuture<Void>> opened = new ArrayList<>();
    for (int number = 0; number < load.members(); number++) {
      acquire(opening);
      FeedStream stream =
          new FeedStream(
              transport,
              accounts.of(number),
              measurement,
              new ListenerLedger(Math.max(1, load.senders())),
              mark);
      streams.add(stream);
      opened.add(stream.open().whenComplete((done, failure) -> opening.release()));
    }
    get(CompletableFuture.allOf(opened.toArray(CompletableFuture<?>[]::new)), OPEN_LIMIT);
  }

  /** Sends until every stream has seen one: from then on, each must see all. */
  private void probe(List<FeedStream> streams) {
    long limit = System.nanoTime() + PROBE_LIMIT.toNanos();
    while (!streams.stream().allMatch(FeedStream::isProbed)) {
      if (System.nanoTime() > limit) {
        long deaf = streams.stream().filter(stream -> !stream.isProbed()).count();
        throw new BenchException(deaf + " of " + streams.size() + " streams bring no message");
      }
      room.probe(http, accounts.of(0), name);
      await(() -> streams.stream().allMatch(FeedStream::isProbed), Duration.ofSeconds(2));
    }
  }

  private void send(Transport transport, List<Sender> senders) {
    Schedule schedule = Schedule.of(load.rate());
    List<CompletableFuture<Void>> finished = new ArrayList<>();
    for (int number = 0; number < load.senders(); number++) {
      Sender.Post post = new Sender.Post(name, room.path(), load.size(), number, load.senders());
      Sender sender = new Sender(transport, accounts.of(number), measurement, schedule, post);
      senders.add(sender);
      finished.add(sender.start());
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(finished.toArray(CompletableFuture<?>[]::new));
    await(all::isDone, load.warmup().plus(load.duration()).plus(SEND_LIMIT));
    if (!all.isDone()) {
      senders.forEach(Sender::abandon);
      get(all, SEND_LIMIT);
    }
  }

  private static boolean hasAll(List<FeedStream> streams, List<Sender> senders) {
    long acknowledged = senders.stream().mapToLong(Sender::acknowledgedCount).sum();
    return streams.stream().allMatch(stream -> stream.ledger().seen() >= acknowledged);
  }

  private Report report(List<FeedStream> streams, List<Sender> senders, @Nullable Long resident) {
    BitSet acknowledged = new BitSet();
    senders.forEach(sender -> sender.addAcknowledgedTo(acknowledged));
    List<ListenerLedger> ledgers = streams.stream().map(FeedStream::ledger).toList();
    Report report =
        new Report(
            load.name(),
            load.members(),
            load.senders(),
            load.rate(),
            measurement.seconds(),
            acknowledged.cardinality(),
            measurement.messagesPerSecond(),
            measurement.deliveriesPerSecond(),
            measurement.acknowledged.summary(),
            measurement.delivered.summary(),
            ledgers.stream().mapToLong(ledger -> ledger.missing(acknowledged)).sum(),
            ledgers.stream().mapToLong(ListenerLedger::doubled).sum(),
            ledgers.stream().mapToLong(ListenerLedger::outOfOrder).sum(),
            measurement.errors.sorted(),
            resident,
            load.mark().text(),
            false);
    return load.mark().isReached(report) ? report.reached() : report;
  }

  private static void await(BooleanSupplier condition, Duration limit) {
    long until = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < until) {
      pause(LOOK);
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", interrupted);
    }
  }

  private static void acquire(Semaphore semaphore) {
    try {
      if (!semaphore.tryAcquire(OPEN_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new BenchException("streams do not open: Beep gives no answer");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", interrupted);
    }
  }

  private static void get(CompletableFuture<Void> future, Duration limit) {
    try {
      future.get(limit.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof BenchException told) {
        throw told;
      }
      throw new BenchException("a stream could not be opened", failed);
    } catch (TimeoutException late) {
      throw new BenchException("not all streams opened within " + limit, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", interrupted);
    }
  }
}

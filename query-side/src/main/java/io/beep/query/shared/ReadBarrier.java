package io.beep.query.shared;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a query wait until the projections {@code directory} and {@code timeline} have reached a
 * place of the event stream, such as that of the asking one's own command. All who wait share one
 * look at the positions every few milliseconds; nobody looks while nobody waits.
 */
public final class ReadBarrier implements AutoCloseable {

  /** Projections trail by milliseconds; who waits longer waits for something that is broken. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Short against the few milliseconds that a projection trails, long against one look. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(3);

  /** Far more than can be served in the time; those beyond are told so at once. */
  private static final int MOST_WAITING = 10_000;

  private record Waiting(long position, CompletableFuture<Boolean> reached) {}

  private final ReadModel readModel;
  private final String reached;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("read-barrier").factory());
  private final List<Waiting> waiting = new ArrayList<>();
  private boolean looking;

  public ReadBarrier(ReadModel readModel) {
    this(readModel, Positions.DIRECTORY, Positions.TIMELINE);
  }

  private ReadBarrier(ReadModel readModel, String first, String second) {
    this.readModel = readModel;
    this.reached = "select least(" + first + ", " + second + ") as position";
  }

  /** For who reads the audit log, which nobody else waits for. */
  public static ReadBarrier ofAudit(ReadModel readModel) {
    return new ReadBarrier(readModel, Positions.DIRECTORY, Positions.AUDIT);
  }

  /** For who searches, and named a place that the index must know too. */
  public static ReadBarrier ofSearch(ReadModel readModel) {
    return new ReadBarrier(readModel, Positions.TIMELINE, Positions.SEARCH);
  }

  /**
   * Reads once the projections are there.
   *
   * @param position null to read at once
   * @return fails with {@link CommonError.Unavailable} when they are not there in {@link #PATIENCE}
   */
  public <T> CompletableFuture<T> after(
      @Nullable Long position, Supplier<CompletableFuture<T>> read) {
    if (position == null) {
      return read.get();
    }
    return reaches(position, PATIENCE)
        .thenCompose(
            reached ->
                reached
                    ? read.get()
                    : CompletableFuture.failedFuture(
                        new DomainException(new CommonError.Unavailable("projection"))));
  }

  /** Whether the projections reach the place in time. */
  public CompletableFuture<Boolean> reaches(long position, Duration patience) {
    CompletableFuture<Boolean> reached = new CompletableFuture<>();
    synchronized (this) {
      if (waiting.size() >= MOST_WAITING) {
        return CompletableFuture.completedFuture(false);
      }
      waiting.add(new Waiting(position, reached));
      if (!looking) {
        looking = true;
        looks.execute(this::look);
      }
    }
    return reached.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    readModel
        .list(reached, spec -> spec, row -> Columns.position(row, "position"))
        .whenComplete(
            (positions, failure) -> {
              if (positions == null) {
                giveUp(failure);
              } else {
                release(positions.getFirst());
              }
            });
  }

  private void release(long position) {
    List<Waiting> there;
    synchronized (this) {
      waiting.removeIf(one -> one.reached().isDone());
      there = waiting.stream().filter(one -> one.position() <= position).toList();
      waiting.removeAll(there);
      looking = !waiting.isEmpty();
      if (looking) {
        looks.schedule(this::look, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    there.forEach(one -> one.reached().complete(true));
  }

  private void giveUp(Throwable failure) {
    List<Waiting> all;
    synchronized (this) {
      all = List.copyOf(waiting);
      waiting.clear();
      looking = false;
    }
    all.forEach(one -> one.reached().completeExceptionally(failure));
  }

  @Override
  public void close() {
    looks.shutdownNow();
    giveUp(new DomainException(new CommonError.Unavailable("projection")));
  }
}

package io.beep.app.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one child process running until it is closed: starts it, waits until it answers, starts it
 * again when it dies.
 *
 * <p>One platform thread forks and then waits for the child's end. It has to be the same thread for
 * the whole life of the child: Linux sends the parent-death signal when the <em>thread</em> that
 * forked ends.
 */
final class ChildSupervisor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ChildSupervisor.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** A child that lived this long is taken to be sound: the next pause is the first one again. */
  private static final Duration SOUND = Duration.ofMinutes(1);

  /** What the supervising thread gets to notice the end of its child. */
  private static final Duration AFTERMATH = Duration.ofSeconds(5);

  private final Child child;
  private final ChildListener listener;
  private final Thread thread;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong restarts = new AtomicLong();

  /** Guarded by this: no process is forked once closing has begun. */
  private @Nullable Process current;

  private volatile boolean up;

  private ChildSupervisor(Child child, ChildListener listener) {
    this.child = child;
    this.listener = listener;
    this.thread =
        Thread.ofPlatform().daemon().name("supervise-" + child.name()).unstarted(this::run);
  }

  /**
   * Starts the child and returns when it answers.
   *
   * @throws IOException when it does not; then nothing is left running
   */
  static ChildSupervisor start(Child child, ChildListener listener)
      throws IOException, InterruptedException {
    var supervisor = new ChildSupervisor(child, listener);
    supervisor.thread.start();
    try {
      supervisor.started.get();
      return supervisor;
    } catch (ExecutionException e) {
      throw new IOException(child.name() + " did not start: " + messageOf(e), e.getCause());
    } catch (InterruptedException e) {
      supervisor.close();
      throw e;
    }
  }

  /** How often the child was brought back since the start. */
  long restarts() {
    return restarts.get();
  }

  /** Whether the child answered when last asked and has not ended since. */
  boolean isUp() {
    return up;
  }

  /** The process id of the child of the moment; of a dead one while it is being restarted. */
  synchronized long pid() {
    if (current == null) {
      throw new IllegalStateException(child.name() + " was never started");
    }
    return current.pid();
  }

  @Override
  public void close() {
    Process last;
    synchronized (this) {
      closing.countDown();
      last = current;
    }
    try {
      if (last != null && last.isAlive()) {
        stop(last);
      }
      thread.join(AFTERMATH);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop(Process process) throws InterruptedException {
    try {
      child.stop(process);
    } catch (IOException e) {
      log.warn("{} could not be asked to end and is killed", child.name(), e);
    } finally {
      process.destroyForcibly(); // no effect on one that has ended
    }
  }

  private void run() {
    try {
      Process process = launchFirst();
      Duration pause = FIRST_PAUSE;
      while (process != null) {
        long since = System.nanoTime();
        int exit = awaitEnd(process);
        if (isClosing()) {
          return;
        }
        long died = System.nanoTime();
        log.error("{} ended unasked with exit code {}; it is started again", child.name(), exit);
        tell(() -> listener.died(child.name(), exit));
        pause = died - since > SOUND.toNanos() ? FIRST_PAUSE : pause;
        process = relaunch(died, pause);
        pause = longerThan(pause);
      }
    } catch (InterruptedException e) {
      log.error(
          "the supervisor of {} was interrupted; the child is not watched any more",
          child.name(),
          e);
      started.completeExceptionally(e);
    } finally {
      up = false;
    }
  }

  private @Nullable Process launchFirst() throws InterruptedException {
    try {
      Process process = launch();
      started.complete(null);
      return process;
    } catch (IOException | RuntimeException e) {
      started.completeExceptionally(e);
      return null;
    }
  }

  /**
   * Tries until the child answers; null when this is closed before.
   *
   * @param died by {@link System#nanoTime}, which nobody sets
   */
  private @Nullable Process relaunch(long died, Duration firstPause) throws InterruptedException {
    Duration pause = firstPause;
    while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        Process process = launch();
        Duration downtime = Duration.ofNanos(System.nanoTime() - died);
        restarts.incrementAndGet();
        log.warn("{} answers again after {}", child.name(), downtime);
        tell(() -> listener.restarted(child.name(), downtime));
        return process;
      } catch (IOException | RuntimeException e) {
        pause = longerThan(pause);
        if (!isClosing()) {
          log.error("{} could not be restarted, next attempt in {}", child.name(), pause, e);
          tell(() -> listener.restartFailed(child.name(), e));
        }
      }
    }
    return null;
  }

  /** A listener's fault must not leave the child unwatched. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      log.error("the listener of {} failed", child.name(), e);
    }
  }

  private static Duration longerThan(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private Process launch() throws IOException, InterruptedException {
    child.prepare();
    Process process = spawnUnlessClosing();
    try {
      child.awaitReady(process);
      up = true;
      return process;
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly().waitFor();
      throw e;
    }
  }

  private synchronized Process spawnUnlessClosing() throws IOException {
    if (isClosing()) {
      throw new IOException(child.name() + " is being closed");
    }
    Process process = child.spawn();
    current = process;
    return process;
  }

  private int awaitEnd(Process process) throws InterruptedException {
    int exit = process.waitFor();
    up = false;
    return exit;
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private static String messageOf(ExecutionException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }
}

package io.beep.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChildSupervisorTest {

  private final CountingListener listener = new CountingListener();

  @Test
  void shouldTryAgainWhenARestartFails() throws Exception {
    var child = new SleepingChild(2, 3);
    try (ChildSupervisor supervisor = ChildSupervisor.start(child, listener)) {
      KillSignal.send(supervisor.pid());

      await().until(() -> supervisor.restarts() == 1);

      assertThat(listener.heard())
          .containsExactly("died", "restart failed", "restart failed", "restarted");
      assertThat(supervisor.isUp()).isTrue();
    }
  }

  @Test
  void shouldNotStartWhatDoesNotAnswer() {
    var child = new SleepingChild(1, 1);

    assertThatThrownBy(() -> ChildSupervisor.start(child, listener))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("attempt 1 is to fail");
    assertThat(child.runningProcesses()).isZero();
    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void shouldNotRestartWhatItClosed() throws Exception {
    var child = new SleepingChild(0, 0);
    ChildSupervisor supervisor = ChildSupervisor.start(child, listener);

    supervisor.close();

    assertThat(child.runningProcesses()).isZero();
    assertThat(listener.heard()).isEmpty();
    assertThat(supervisor.isUp()).isFalse();
  }

  @Test
  void shouldEndAtOnceWhenClosedWhileItPausesBeforeARestart() throws Exception {
    var child = new SleepingChild(2, Integer.MAX_VALUE);
    ChildSupervisor supervisor = ChildSupervisor.start(child, listener);
    KillSignal.send(supervisor.pid());
    await().until(() -> listener.heard().contains("restart failed"));

    supervisor.close();

    assertThat(child.runningProcesses()).isZero();
    assertThat(supervisor.restarts()).isZero();
  }

  @Test
  void shouldGoOnWatchingWhenTheListenerFails() throws Exception {
    var child = new SleepingChild(0, 0);
    try (ChildSupervisor supervisor = ChildSupervisor.start(child, new FailingListener())) {
      KillSignal.send(supervisor.pid());
      await().until(() -> supervisor.restarts() == 1);
      KillSignal.send(supervisor.pid());

      await().until(() -> supervisor.restarts() == 2);
    }
  }

  /** Fails to answer from one attempt to another, counted from 1. */
  private static final class SleepingChild implements Child {
    private final int firstFailure;
    private final int lastFailure;
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<Process> spawned = new CopyOnWriteArrayList<>();

    SleepingChild(int firstFailure, int lastFailure) {
      this.firstFailure = firstFailure;
      this.lastFailure = lastFailure;
    }

    long runningProcesses() {
      return spawned.stream().filter(Process::isAlive).count();
    }

    @Override
    public String name() {
      return "sleeper";
    }

    @Override
    public void prepare() {}

    @Override
    public Process spawn() throws IOException {
      Process process = new ProcessBuilder("sleep", "300").start();
      spawned.add(process);
      return process;
    }

    @Override
    public void awaitReady(Process process) throws IOException {
      int attempt = attempts.incrementAndGet();
      if (attempt >= firstFailure && attempt <= lastFailure) {
        throw new IOException("attempt " + attempt + " is to fail");
      }
    }

    @Override
    public void stop(Process process) throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  private static final class FailingListener implements ChildListener {
    @Override
    public void died(String child, int exitCode) {
      throw new IllegalStateException("a listener's own fault");
    }

    @Override
    public void restartFailed(String child, Exception reason) {}

    @Override
    public void restarted(String child, Duration downtime) {
      throw new IllegalStateException("a listener's own fault");
    }
  }
}

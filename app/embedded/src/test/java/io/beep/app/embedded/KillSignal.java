package io.beep.app.embedded;

/** The kernel's own end of a process: no handler runs, nothing is flushed. */
final class KillSignal {

  private KillSignal() {}

  static void send(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    if (!process.destroyForcibly()) {
      throw new IllegalStateException("process " + pid + " cannot be killed");
    }
  }
}

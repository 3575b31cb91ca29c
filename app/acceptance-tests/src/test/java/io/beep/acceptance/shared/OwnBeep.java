package io.beep.acceptance.shared;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A Beep that a test may end, kill and start again on the same data. */
public final class OwnBeep implements AutoCloseable {

  /** Whether rates are limited. */
  public enum Limits {
    ON,
    OFF
  }

  private final Path data = Directories.temporary();
  private final int port = BeepProcess.freePort();
  private @Nullable BeepProcess process;
  private Limits limits = Limits.OFF;

  /** One that runs, with its limits as asked for; started anew if it does not. */
  public Beep with(Limits wanted) {
    return process(wanted).beep();
  }

  /** The same, as a process. */
  public BeepProcess process(Limits wanted) {
    BeepProcess running = process;
    if (running != null && running.isAlive() && limits == wanted) {
      return running;
    }
    if (running != null) {
      running.close();
    }
    BeepProcess started =
        wanted == Limits.OFF
            ? BeepProcess.start(data, port, "--limits", "off")
            : BeepProcess.start(data, port);
    limits = wanted;
    process = started;
    return started;
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
    Directories.delete(data);
  }
}

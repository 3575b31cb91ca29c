package io.beep.acceptance.shared;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Beep that a test may end, kill and start again on the same data. */
public final class OwnBeep implements AutoCloseable {

  /** Whether rates are limited. */
  public enum Limits {
    ON,
    OFF
  }

  private final Path data;
  private final Map<String, String> environment;
  private final int port = BeepProcess.freePort();
  private @Nullable BeepProcess process;
  private Limits limits = Limits.OFF;

  private OwnBeep(Path data, Map<String, String> environment) {
    this.data = data;
    this.environment = Map.copyOf(environment);
  }

  /** On an empty directory. */
  static OwnBeep fresh() {
    return new OwnBeep(Directories.temporary(), Map.of());
  }

  /** On this directory, which is deleted in the end. */
  public static OwnBeep in(Path data) {
    return new OwnBeep(data, Map.of());
  }

  /** On an empty directory, with these variables, which all that it starts inherits. */
  public static OwnBeep under(Map<String, String> environment) {
    return new OwnBeep(Directories.temporary(), environment);
  }

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
            ? BeepProcess.start(data, port, environment, "--limits", "off")
            : BeepProcess.start(data, port, environment);
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

package io.beep.acceptance.endurance;

import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.BeepProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** What can befall a running Beep. */
enum Fault {
  /** All processes at once, as in a power cut. */
  EVERYTHING {
    @Override
    void befall(BeepProcess beep) {
      beep.kill();
    }
  },
  /** Beep itself; its children are left to find out. */
  BEEP {
    @Override
    void befall(BeepProcess beep) {
      beep.killAlone();
    }
  },
  POSTGRESQL {
    @Override
    void befall(BeepProcess beep) {
      family(beep, Fault::isPostgres).forEach(ProcessHandle::destroyForcibly);
    }
  },
  SEARCH {
    @Override
    void befall(BeepProcess beep) {
      family(beep, Fault::isSearch).forEach(ProcessHandle::destroyForcibly);
    }
  },
  /** The database hangs, as on a disk that does. */
  PAUSE {
    @Override
    void befall(BeepProcess beep) {
      pauseDatabase(beep, Duration.ofSeconds(Integer.getInteger("beep.pause", 2)));
    }
  };

  /** Every process of it, for so long. */
  static void pauseDatabase(BeepProcess beep, Duration time) {
    List<ProcessHandle> database = family(beep, Fault::isPostgres);
    database.forEach(process -> signal("STOP", process));
    try {
      Moments.pass(time);
    } finally {
      database.forEach(process -> signal("CONT", process));
    }
  }

  abstract void befall(BeepProcess beep);

  /** Waits for those that are just being started again. */
  private static List<ProcessHandle> family(BeepProcess beep, Predicate<String> program) {
    return await("a process to hurt")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                beep.family().stream()
                    .filter(process -> process.pid() != beep.pid())
                    .filter(process -> program.test(process.info().command().orElse("")))
                    .toList(),
            found -> !found.isEmpty());
  }

  private static boolean isPostgres(String program) {
    return program.endsWith("/postgres");
  }

  /** The only other Java program. */
  private static boolean isSearch(String program) {
    return program.endsWith("/java");
  }

  private static void signal(String name, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

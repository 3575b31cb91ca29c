package io.beep.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The data directory of one PostgreSQL: how it comes to be, and how it is freed of what a killed
 * server left behind.
 */
final class PostgresCluster {

  static final String SUPERUSER = "beep";

  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
  private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(10);

  /** A fast shutdown writes a checkpoint first. */
  private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(20);

  /** Processes whose postmaster is dead end by themselves, unless they are busy. */
  private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(3);

  private static final long POLL_MILLIS = 20;

  private final Path home;
  private final PostgresBinaries binaries;
  private final Unprivileged unprivileged;

  PostgresCluster(Path home, PostgresBinaries binaries, Unprivileged unprivileged) {
    this.home = home;
    this.binaries = binaries;
    this.unprivileged = unprivileged;
  }

  Path data() {
    return home.resolve("data");
  }

  Path passwordFile() {
    return home.resolve("password");
  }

  /**
   * Where initdb works; moved to {@link #data()} when it is done, so that a directory of that name
   * is always whole.
   */
  private Path draft() {
    return home.resolve("data.initializing");
  }

  /** Makes the data directory unless there is one. The password must stand in its file. */
  void initializeIfMissing() throws IOException, InterruptedException {
    Directories.deleteTree(draft());
    if (Files.exists(data())) {
      return;
    }
    unprivileged.requireReach(binaries.initdb());
    Files.createDirectory(draft());
    unprivileged.own(draft());
    unprivileged.own(passwordFile());
    unprivileged.requireReach(draft());
    ProgramRun initdb =
        ProgramRun.of(
            INITDB_LIMIT,
            unprivileged.command(
                binaries.initdb().toString(),
                "--pgdata=" + draft(),
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
    if (!initdb.succeeded()) {
      throw new IOException("initdb failed in " + home + ": " + initdb.output());
    }
    Files.move(draft(), data(), StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(home);
  }

  /**
   * Ends every server process that still works on the data, and removes a {@code postmaster.pid}
   * whose number now belongs to somebody else, or to a dead server that nobody has buried yet: for
   * either PostgreSQL would refuse to start. Only the holder of the directory's lock may call this.
   */
  void clearLeftovers() throws IOException, InterruptedException {
    long postmaster = PostmasterPidFile.read(data()).pid();
    List<Long> left = LinuxProcesses.workingIn(data());
    boolean wholeServer = left.contains(postmaster);
    if (wholeServer) {
      signal("INT", postmaster);
    }
    if (!goneWithin(wholeServer ? SHUTDOWN_LIMIT : ORPHAN_LIMIT)) {
      for (long pid : LinuxProcesses.workingIn(data())) {
        signal("KILL", pid);
      }
      if (!goneWithin(ORPHAN_LIMIT)) {
        throw new IOException(
            "processes "
                + LinuxProcesses.workingIn(data())
                + " of an earlier run hold "
                + data()
                + " and do not end");
      }
    }
    if (postmaster == PostmasterPidFile.NO_PID || LinuxProcesses.isTaken(postmaster)) {
      // Otherwise the file stays: by it, PostgreSQL checks for shared memory that is still in use.
      Files.deleteIfExists(PostmasterPidFile.in(data()));
    }
  }

  /** Sends a signal by PostgreSQL's own program, which is there wherever PostgreSQL is. */
  void signal(String name, long pid) throws IOException, InterruptedException {
    // A failure means that the process has just ended; whoever waits for its end sees that.
    ProgramRun.of(
        SIGNAL_LIMIT,
        unprivileged.command(binaries.pgCtl().toString(), "kill", name, Long.toString(pid)));
  }

  private boolean goneWithin(Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!LinuxProcesses.workingIn(data()).isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return true;
  }
}

package io.beep.app.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The postmaster as a child of this process, to which its life is bound. */
final class PostgresServer implements Child {

  private static final Logger log = LoggerFactory.getLogger("io.beep.postgres");

  /** Long enough to read back the whole write-ahead log on a slow disk. */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);
  private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(5);
  private static final long POLL_MILLIS = 20;

  private final PostgresCluster cluster;
  private final List<String> command;
  private final PGSimpleDataSource probe;
  private @Nullable ChildOutput output;

  PostgresServer(
      PostgresCluster cluster,
      PostgresBinaries binaries,
      Unprivileged unprivileged,
      Map<String, String> settings,
      PGSimpleDataSource probe) {
    this.cluster = cluster;
    this.command = command(cluster, binaries, unprivileged, settings, probe.getPortNumbers()[0]);
    this.probe = probe;
  }

  @Override
  public String name() {
    return "embedded PostgreSQL";
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    cluster.clearLeftovers();
  }

  @Override
  public Process spawn() throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    process.getOutputStream().close();
    output = ChildOutput.of(process, name(), log, _ -> {});
    return process;
  }

  @Override
  public void awaitReady(Process process) throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!saysThatItIsReady(process)) {
      if (!process.isAlive()) {
        throw new IOException(
            "it ended with exit code "
                + process.exitValue()
                + ":\n"
                + (output == null ? "" : output.lastWords()));
      }
      if (System.nanoTime() > end) {
        throw new IOException(
            "it was not ready within "
                + START_LIMIT
                + ":\n"
                + (output == null ? "" : output.tail()));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    try (Connection _ = probe.getConnection()) {
      log.debug("{} answers", name());
    } catch (SQLException e) {
      throw new IOException("it is ready but refuses the password in " + cluster.passwordFile(), e);
    }
  }

  /** In its own file, not by answering on the port: another server could answer there. */
  private boolean saysThatItIsReady(Process process) throws IOException {
    PostmasterPidFile file = PostmasterPidFile.read(cluster.data());
    return file.pid() == process.pid() && file.ready();
  }

  @Override
  public void stop(Process process) throws IOException, InterruptedException {
    cluster.signal("INT", process.pid());
    if (!process.waitFor(FAST_SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
      log.warn("{} does not end; its connections are cut off", name());
      cluster.signal("QUIT", process.pid());
      process.waitFor(IMMEDIATE_SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /**
   * Each part replaces itself by the next, so that the process is in the end the postmaster and its
   * parent this one.
   */
  private static List<String> command(
      PostgresCluster cluster,
      PostgresBinaries binaries,
      Unprivileged unprivileged,
      Map<String, String> settings,
      int port) {
    List<String> command = new ArrayList<>(Programs.ownSession());
    command.addAll(unprivileged.command());
    if (Programs.isInstalled("setpriv")) {
      command.addAll(
          List.of("setpriv", "--pdeathsig", "INT")); // a fast shutdown when this process is killed
    } else {
      log.info(
          "setpriv is not installed: after a kill, the server runs on until the next start ends it");
    }
    command.addAll(List.of(binaries.postgres().toString(), "-D", cluster.data().toString()));
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    command.addAll(
        List.of(
            "-c",
            "port=" + port,
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories="));
    return List.copyOf(command);
  }
}

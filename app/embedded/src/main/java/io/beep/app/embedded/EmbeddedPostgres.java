package io.beep.app.embedded;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that lives and dies with this process, and whose data outlive both.
 *
 * <p>Durable by default: an acknowledged commit survives a {@code kill -9} of the server and of
 * this process, and a power cut. A server that dies is started again on the same port; connections
 * to the dead one break, so that pools must test theirs.
 *
 * <p>Listens on 127.0.0.1 only and asks for a random password, which stands in the file {@code
 * password} of the home directory.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  /**
   * initdb always makes this one; whoever needs to connect before a database exists connects here.
   */
  private static final String MAINTENANCE_DATABASE = "postgres";

  private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final String DUPLICATE_DATABASE = "42P04";
  private static final int CONNECT_SECONDS = 5;

  /** How often another port is tried when somebody else took the chosen one first. */
  private static final int PORT_ATTEMPTS = 5;

  private final DirectoryLock lock;
  private final ChildSupervisor supervisor;
  private final int port;
  private final String password;

  private EmbeddedPostgres(
      DirectoryLock lock, ChildSupervisor supervisor, int port, String password) {
    this.lock = lock;
    this.supervisor = supervisor;
    this.port = port;
    this.password = password;
  }

  /**
   * Makes the database when there is none, and returns when it answers.
   *
   * @throws DirectoryLockedException when another instance uses the home directory
   * @throws IOException when it cannot be started; the message holds the server's last words
   */
  public static EmbeddedPostgres start(PostgresOptions options)
      throws IOException, InterruptedException {
    DirectoryLock lock = DirectoryLock.take(options.home());
    try {
      return start(options, lock);
    } catch (IOException | InterruptedException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedPostgres start(PostgresOptions options, DirectoryLock lock)
      throws IOException, InterruptedException {
    PostgresBinaries binaries = PostgresBinaries.in(options.binariesCache());
    Unprivileged unprivileged = Unprivileged.choose();
    var cluster = new PostgresCluster(options.home(), binaries, unprivileged);
    String password = SecretFile.readOrCreate(cluster.passwordFile(), new SecureRandom());
    cluster.initializeIfMissing();
    for (int attempt = 1; ; attempt++) {
      int port = options.port().isPresent() ? options.port().getAsInt() : LoopbackPorts.free();
      var server =
          new PostgresServer(
              cluster, binaries, unprivileged, options.settings(), dataSource(port, password));
      try {
        ChildSupervisor supervisor = ChildSupervisor.start(server, options.listener());
        log.info("PostgreSQL listens on 127.0.0.1:{}, data in {}", port, options.home());
        return new EmbeddedPostgres(lock, supervisor, port, password);
      } catch (IOException e) {
        if (LoopbackPorts.isFree(port)) {
          throw e;
        }
        if (options.port().isPresent() || attempt == PORT_ATTEMPTS) {
          throw new IOException("port " + port + " of 127.0.0.1 is taken", e);
        }
        log.info("port {} was taken meanwhile, another one is tried", port);
      }
    }
  }

  /** On 127.0.0.1; the same until this is closed, restarts of the server included. */
  public int port() {
    return port;
  }

  /** The name of the superuser. */
  public String user() {
    return PostgresCluster.SUPERUSER;
  }

  public String password() {
    return password;
  }

  /** Without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + requireName(database);
  }

  /** How often the server was brought back after it had died. */
  public long restarts() {
    return supervisor.restarts();
  }

  public boolean isUp() {
    return supervisor.isUp();
  }

  /** The process id of the postmaster of the moment. */
  public long pid() {
    return supervisor.pid();
  }

  /**
   * Creates an empty database unless one of that name exists; two callers at once are fine.
   *
   * @param database lower case letters, digits and underscores, a letter first
   */
  public void createDatabaseIfMissing(String database) throws SQLException {
    String name = requireName(database);
    try (Connection connection = dataSource(port, password).getConnection()) {
      if (exists(connection, name)) {
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  /** Ends the server in order within 20 seconds, by force after that. */
  @Override
  public void close() throws IOException {
    supervisor.close();
    lock.close();
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
      statement.setString(1, database);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  private static String requireName(String database) {
    if (!DATABASE_NAME.matcher(database).matches()) {
      throw new IllegalArgumentException("not a name for a database: " + database);
    }
    return database;
  }

  private static PGSimpleDataSource dataSource(int port, String password) {
    var dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    dataSource.setPortNumbers(new int[] {port});
    dataSource.setDatabaseName(MAINTENANCE_DATABASE);
    dataSource.setUser(PostgresCluster.SUPERUSER);
    dataSource.setPassword(password);
    dataSource.setConnectTimeout(CONNECT_SECONDS);
    dataSource.setLoginTimeout(CONNECT_SECONDS);
    return dataSource;
  }
}

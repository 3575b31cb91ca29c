package io.beep.app.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes events. It holds an advisory lock of its session, so that a second
 * writer on the same store is refused instead of giving the same positions again.
 */
final class WriterConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);

  /** "beep" in ASCII. */
  private static final int WRITER_LOCK = 0x62656570;

  private final DataSource dataSource;
  private @Nullable Connection connection;

  WriterConnection(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The open connection, or a new one which has the lock. */
  Connection get() throws SQLException {
    Connection open = connection;
    if (open != null) {
      return open;
    }
    Connection fresh = dataSource.getConnection();
    try {
      lock(fresh);
      fresh.setAutoCommit(false);
    } catch (SQLException e) {
      fresh.close();
      throw e;
    }
    connection = fresh;
    return fresh;
  }

  boolean isOpen() {
    return connection != null;
  }

  private static void lock(Connection fresh) throws SQLException {
    try (PreparedStatement lock = fresh.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setInt(1, WRITER_LOCK);
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          throw new SQLException("another process writes to this event store");
        }
      }
    }
  }

  /** Undoes what was not committed; tells whether the connection can be used on. */
  boolean rollback() {
    Connection open = connection;
    if (open == null) {
      return false;
    }
    try {
      open.rollback();
      return true;
    } catch (SQLException e) {
      LOG.warn("lost the connection to the event store: {}", e.getMessage());
      close();
      return false;
    }
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      // The pool must not hand a connection on that still has the lock.
      if (!unlock(open)) {
        abort(open);
      }
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("closing the writer's connection", e);
      }
    }
  }

  private static boolean unlock(Connection open) {
    try (PreparedStatement unlock = open.prepareStatement("select pg_advisory_unlock(?)")) {
      open.rollback();
      unlock.setInt(1, WRITER_LOCK);
      unlock.execute();
      open.commit();
      return true;
    } catch (SQLException e) {
      LOG.debug("the writer's connection is lost, and the lock with it", e);
      return false;
    }
  }

  private static void abort(Connection lost) {
    try {
      lost.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("aborting the writer's connection", e);
    }
  }
}

package io.beep.projection.rebuild;

import io.beep.projection.api.RebuildException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rebuild of a projection at a time, also where several processes could run one: an advisory
 * lock of PostgreSQL, which ends with the connection that holds it.
 */
final class RebuildLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildLock.class);

  /** "rebu" in ASCII, the first half of the key; the second is the name of the projection. */
  private static final int REBUILDS = 0x72656275;

  private final Connection connection;
  private final String projection;

  private RebuildLock(Connection connection, String projection) {
    this.connection = connection;
    this.projection = projection;
  }

  /**
   * @throws RebuildException when somebody else has it
   */
  static RebuildLock take(DataSource dataSource, String projection) {
    try {
      Connection connection = dataSource.getConnection();
      RebuildLock lock = new RebuildLock(connection, projection);
      if (!lock.call("select pg_try_advisory_lock(?, ?)")) {
        connection.close();
        throw new RebuildException("A rebuild of " + projection + " runs already.");
      }
      return lock;
    } catch (SQLException e) {
      throw new RebuildException("The database does not answer.", e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      call("select pg_advisory_unlock(?, ?)");
    } catch (SQLException e) {
      // A connection that is lost has lost its lock.
      LOG.debug("the lock of a rebuild was not given back", e);
    }
  }

  private boolean call(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, REBUILDS);
      statement.setInt(2, projection.hashCode());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}

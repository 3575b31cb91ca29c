package io.beep.app.operations.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Whether a database answers on one of the connections that are used anyway. */
public final class DatabaseCheck implements Check {

  private static final int ANSWER_SECONDS = 1;

  private final DataSource dataSource;

  public DatabaseCheck(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public @Nullable String fault() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(ANSWER_SECONDS) ? null : "does not answer";
    }
  }
}

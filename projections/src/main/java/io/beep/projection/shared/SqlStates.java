package io.beep.projection.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** What PostgreSQL itself said, out of what Spring made of it. */
public final class SqlStates {

  private SqlStates() {}

  /** The first error with a state, which in a batch stands behind the others. */
  public static @Nullable SQLException root(DataAccessException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getNextException() == null ? sql : sql.getNextException();
      }
    }
    return null;
  }

  /** Five characters, or empty. */
  public static String of(DataAccessException failure) {
    SQLException root = root(failure);
    String state = root == null ? null : root.getSQLState();
    return state == null ? "" : state;
  }
}

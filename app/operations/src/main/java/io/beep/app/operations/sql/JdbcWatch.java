package io.beep.app.operations.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a data source, its connections and their statements, and times what is executed.
 */
final class JdbcWatch {

  private static final String NO_TEXT = "?";

  private JdbcWatch() {}

  static DataSource of(DataSource dataSource, Watcher watcher) {
    return proxy(
        DataSource.class,
        (_, method, arguments) -> {
          Object result = call(dataSource, method, arguments);
          return result instanceof Connection connection ? watched(connection, watcher) : result;
        });
  }

  private static Connection watched(Connection connection, Watcher watcher) {
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          if (method.getName().equals("commit")) {
            return timed("commit", watcher, connection, method, arguments);
          }
          Object result = call(connection, method, arguments);
          return result instanceof Statement statement
              ? watched(statement, text(arguments), watcher)
              : result;
        });
  }

  /** Callable before prepared before plain: each is the one after it too. */
  private static Statement watched(Statement statement, String sql, Watcher watcher) {
    Class<? extends Statement> type =
        statement instanceof CallableStatement
            ? CallableStatement.class
            : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return proxy(
        type,
        (_, method, arguments) ->
            method.getName().startsWith("execute")
                ? timed(
                    sql.equals(NO_TEXT) ? text(arguments) : sql,
                    watcher,
                    statement,
                    method,
                    arguments)
                : call(statement, method, arguments));
  }

  private static String text(Object @Nullable [] arguments) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
        ? sql
        : NO_TEXT;
  }

  private static @Nullable Object timed(
      String sql, Watcher watcher, Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    long began = System.nanoTime();
    try {
      return call(target, method, arguments);
    } finally {
      watcher.took(sql, System.nanoTime() - began);
    }
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(JdbcWatch.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

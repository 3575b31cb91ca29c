package io.beep.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a test's own, seen through one of its schemas.
 *
 * @param port on 127.0.0.1
 * @param schema in which unqualified names resolve
 */
public record TestDatabase(int port, String name, String schema, String user, String password) {

  private static final String HOST = "127.0.0.1";

  /** The same database through another schema, which is created when it is missing. */
  public TestDatabase withSchema(String otherSchema) {
    execute("CREATE SCHEMA IF NOT EXISTS \"" + otherSchema.replace("\"", "\"\"") + "\"");
    return new TestDatabase(port, name, otherSchema, user, password);
  }

  public String host() {
    return HOST;
  }

  /** With {@code currentSchema}, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + HOST + ":" + port + "/" + name + "?currentSchema=" + schema;
  }

  /** With the schema, without user and password. */
  public String r2dbcUrl() {
    return "r2dbc:postgresql://" + HOST + ":" + port + "/" + name + "?schema=" + schema;
  }

  /** Opens a connection for each call; put a pool before it where that matters. */
  public DataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setURL(jdbcUrl());
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  /** Runs one statement, for what a test prepares or breaks. */
  public void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }
}

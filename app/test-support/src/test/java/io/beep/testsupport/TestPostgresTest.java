package io.beep.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

  @Test
  void shouldGiveEachTestADatabaseOfItsOwn() throws SQLException {
    TestDatabase one = TestPostgres.database("read_model");
    TestDatabase other = TestPostgres.database("read_model");

    one.execute("CREATE TABLE note (id int)");

    assertThat(tablesOf(one)).isEqualTo(1);
    assertThat(tablesOf(other)).isZero();
  }

  @Test
  void shouldResolveUnqualifiedNamesInTheSchemaAskedFor() throws SQLException {
    TestDatabase readModel = TestPostgres.database("read_model");
    TestDatabase identity = readModel.withSchema("identity");

    identity.execute("CREATE TABLE account (id int)");

    assertThat(tablesOf(identity)).isEqualTo(1);
    assertThat(tablesOf(readModel)).isZero();
  }

  private static int tablesOf(TestDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")) {
      count.next();
      return count.getInt(1);
    }
  }
}

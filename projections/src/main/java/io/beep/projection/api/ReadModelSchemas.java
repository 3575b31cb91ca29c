package io.beep.projection.api;

import javax.sql.DataSource;

/** Opens further schemas of the read model beside the one that serves. */
@FunctionalInterface
public interface ReadModelSchemas {

  /**
   * Makes the schema when it is not there, with the tables of {@code db/read-model}.
   *
   * @param schema a name that is safe in SQL
   * @param connections at most
   */
  OpenSchema open(String schema, int connections);

  /**
   * @param dataSource its connections have the schema as their current one
   * @param pool closed at the end
   */
  record OpenSchema(DataSource dataSource, Runnable pool) implements AutoCloseable {
    @Override
    public void close() {
      pool.run();
    }
  }
}

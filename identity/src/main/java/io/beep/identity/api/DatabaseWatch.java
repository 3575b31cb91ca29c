package io.beep.identity.api;

import javax.sql.DataSource;

/** Given by the product: watches over the statements that identity sends to its database. */
@FunctionalInterface
public interface DatabaseWatch {

  /** The same data source, watched. */
  DataSource watch(DataSource dataSource);
}

package io.beep.app.standalone;

/**
 * Where the database is.
 *
 * @param jdbcUrl without parameters
 */
record DatabaseAddress(String host, int port, String name, String user, String password) {

  String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + name;
  }
}

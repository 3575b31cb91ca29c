package io.beep.app.operations.sql;

/** Is told of each statement that ended, well or not. */
@FunctionalInterface
interface Watcher {

  /**
   * @param sql its text, without what was put into it
   * @param nanos how long it took
   */
  void took(String sql, long nanos);
}

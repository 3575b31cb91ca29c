package io.beep.app.eventstore;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with the database from what is wrong with an event. */
final class StoreFaults {

  /**
   * The connection, no more resources (53100: the disk is full), told to stop, an error of the
   * operating system.
   */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  private StoreFaults() {}

  /** Whether any other event would have been refused as well, so that it is worth another try. */
  static boolean isOfTheStore(SQLException failure) {
    String state = state(failure);
    return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
  }

  /** Of the first error, which in a batch stands behind the others. */
  static @Nullable String state(SQLException failure) {
    SQLException next = failure.getNextException();
    return next == null ? failure.getSQLState() : next.getSQLState();
  }
}

package io.beep.projection.shared;

import org.springframework.jdbc.core.JdbcTemplate;

/** What a rebuild fills, and how it takes the place of what serves. Every step can be repeated. */
public interface RebuildTarget {

  /** Handlers that write into it. */
  Handling handling();

  /** Where it is; with this an interrupted rebuild finds it again. */
  String place();

  /** Whether it is there; what an interrupted rebuild did may have been lost. */
  boolean exists();

  /** Makes it, empty, unless it is there. */
  void create();

  /** All but the newest events are in: makes reading as fast as from what serves. */
  void complete();

  /**
   * Puts it in the place of what serves. The group stands still meanwhile, and both know exactly
   * the same events.
   *
   * @param transaction commits all of it at once
   * @param serving the schema that is read
   * @param building the schema that was filled; it is dropped with all that is left in it
   */
  void swap(JdbcTemplate transaction, String serving, String building);

  /** Whether it serves already: a rebuild ended between its swap and its last step. */
  boolean isServing();

  /** Removes what served before, and what earlier rebuilds left. */
  void tidy();

  /** Removes it. */
  void discard();
}

package io.beep.projection.shared;

import org.jspecify.annotations.Nullable;

/**
 * A processing group of projections, made as often as it is needed: once to serve, and once more
 * for each time that it is rebuilt or a dead letter is tried again.
 */
public interface ProjectionGroup {

  /** One of {@code ProcessingGroups}. */
  String name();

  /** Handlers that write into what serves. */
  Handling serving(Surroundings in);

  /**
   * Something to fill anew, in place of what serves.
   *
   * @param place where an interrupted rebuild worked; null for a new one
   */
  RebuildTarget rebuilding(Surroundings in, @Nullable String place);
}

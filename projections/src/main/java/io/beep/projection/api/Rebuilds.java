package io.beep.projection.api;

import java.util.List;
import java.util.function.Consumer;

/** Builds projections anew from the events while the old ones serve. */
public interface Rebuilds {

  /** Two cores are busy with this many; more only wait for each other. */
  int USUAL_SEGMENTS = 4;

  int MOST_SEGMENTS = 16;

  /** The names of all that can be rebuilt. */
  List<String> projections();

  /** Those that an interrupted rebuild left unfinished. */
  List<String> unfinished();

  /**
   * Builds it anew, or goes on with an unfinished rebuild, and returns when the new one serves.
   *
   * @param segments that work at once, 1 to {@link #MOST_SEGMENTS}; an unfinished one keeps its own
   * @param progress told a few times a second
   * @throws RebuildException when it cannot be done now; what is done stays
   * @throws InterruptedException when the thread was interrupted; what is done stays
   */
  void rebuild(String projection, int segments, Consumer<RebuildStep> progress)
      throws InterruptedException;

  /**
   * Throws an unfinished rebuild away.
   *
   * @throws RebuildException when it runs at this moment
   */
  void abandon(String projection);
}

package io.beep.projection.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A rebuild that is ended as by a crash at its first step, begun again and ended at its second, and
 * so on until it gets through. Each attempt must begin where the one before it was: with the same
 * position of each segment.
 */
public final class InterruptedRebuild {

  /** Ends the run as a crash would: nothing is put in order. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Rebuilds rebuilds;
  private final ReadModelDatabase database;
  private final EventFeed feed;
  private final String projection;
  private final List<List<Long>> begins = new ArrayList<>();
  private long handled;

  public InterruptedRebuild(
      Rebuilds rebuilds, ReadModelDatabase database, EventFeed feed, String projection) {
    this.rebuilds = rebuilds;
    this.database = database;
    this.feed = feed;
    this.projection = projection;
  }

  /**
   * @param segments of the first attempt, which the others keep
   * @param afterCrash looks at what is there between two attempts
   */
  public void untilItGetsThrough(int segments, Runnable afterCrash) throws InterruptedException {
    int earlier = feed.handledByRebuild().size();
    assertThat(earlier).as("of no rebuild").isZero();
    List<Long> left = List.of();
    for (boolean crashed = true; crashed; ) {
      int most = begins.size();
      try {
        rebuilds.rebuild(projection, segments, new Attempt(left, most));
        crashed = false;
      } catch (Crash expected) {
        assertThat(rebuilds.unfinished()).containsExactly(projection);
        left = positions();
        requireNoneFurtherBack(left);
        afterCrash.run();
      }
      Set<Long> places = feed.handledByRebuild();
      assertThat(places)
          .as("what all segments had is not handled again")
          .allMatch(place -> place > lowest(begins.getLast()));
      handled += places.size();
    }
  }

  /** As often as it took; the last one was not interrupted. */
  public int attempts() {
    return begins.size();
  }

  /** Events in all attempts together: one that was handled in two of them counts twice. */
  public long handled() {
    return handled;
  }

  /** How far the furthest segment was when the last attempt began. */
  public long begunAt() {
    return begins.getLast().stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  private List<Long> positions() {
    return database
        .jdbc()
        .query(
            "select position from rebuild_%s.rebuild_position order by segment"
                .formatted(projection),
            (row, number) -> row.getLong(1));
  }

  private static long lowest(List<Long> positions) {
    return positions.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private void requireNoneFurtherBack(List<Long> now) {
    List<Long> before = begins.getLast();
    assertThat(now).hasSameSizeAs(before);
    for (int segment = 0; segment < now.size(); segment++) {
      assertThat(now.get(segment)).isGreaterThanOrEqualTo(before.get(segment));
    }
  }

  /** Lets so many steps pass. */
  private final class Attempt implements Consumer<RebuildStep> {

    private final List<Long> left;
    private final int most;
    private int seen;

    Attempt(List<Long> left, int most) {
      this.left = left;
      this.most = most;
    }

    @Override
    public void accept(RebuildStep step) {
      if (seen == 0) {
        begin((RebuildStep.Handling) step);
      }
      if (seen++ == most && !(step instanceof RebuildStep.Swapped)) {
        throw new Crash();
      }
    }

    private void begin(RebuildStep.Handling step) {
      List<Long> positions = positions();
      if (begins.isEmpty()) {
        assertThat(positions).containsOnly(-1L);
      } else {
        assertThat(positions).as("goes on where it was").isEqualTo(left);
      }
      assertThat(step.resumed()).isEqualTo(!begins.isEmpty());
      assertThat(step.position()).isEqualTo(lowest(positions));
      begins.add(positions);
    }
  }
}

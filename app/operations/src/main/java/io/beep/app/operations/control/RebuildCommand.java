package io.beep.app.operations.control;

import io.beep.projection.api.RebuildException;
import io.beep.projection.api.RebuildStep;
import io.beep.projection.api.Rebuilds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code ./beep rebuild <projection>|all [--segments N] [--abandon]}, in the running Beep. */
public final class RebuildCommand implements ControlCommand {

  private static final String ALL = "all";

  private final Rebuilds rebuilds;

  public RebuildCommand(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  @Override
  public void run(List<String> arguments, ControlAnswer answer)
      throws IOException, InterruptedException {
    Wish wish = Wish.of(arguments, usage());
    List<String> projections =
        wish.projection().equals(ALL) ? rebuilds.projections() : List.of(wish.projection());
    try {
      for (String projection : projections) {
        if (wish.abandon()) {
          rebuilds.abandon(projection);
          answer.line(projection + ": nothing unfinished is left");
        } else {
          rebuilds.rebuild(projection, wish.segments(), new Reporter(answer));
        }
      }
    } catch (RebuildException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      // Whoever asked went away; what is done stays.
      throw e.getCause();
    }
  }

  private String usage() {
    return "Usage: ./beep rebuild all|"
        + String.join("|", rebuilds.projections())
        + " [--segments N] [--abandon] [--data DIR]";
  }

  private record Wish(String projection, int segments, boolean abandon) {

    static Wish of(List<String> arguments, String usage) {
      Deque<String> rest = new ArrayDeque<>(arguments);
      String projection = null;
      int segments = Rebuilds.USUAL_SEGMENTS;
      boolean abandon = false;
      while (!rest.isEmpty()) {
        String next = rest.pop();
        if (next.equals("--abandon")) {
          abandon = true;
        } else if (next.equals("--segments")) {
          segments = number(rest.poll(), usage);
        } else if (projection == null && !next.startsWith("-")) {
          projection = next;
        } else {
          throw new UsageException(usage);
        }
      }
      if (projection == null) {
        throw new UsageException(usage);
      }
      return new Wish(projection, segments, abandon);
    }

    private static int number(@Nullable String text, String usage) {
      try {
        return Integer.parseInt(String.valueOf(text));
      } catch (NumberFormatException e) {
        throw new UsageException(usage);
      }
    }
  }

  /** Tells of a rebuild in words, a few times a second. */
  private static final class Reporter implements Consumer<RebuildStep> {

    private static final long BETWEEN_NANOS = 300_000_000;

    private final ControlAnswer answer;
    private final long began = System.nanoTime();
    private long last = began - BETWEEN_NANOS;
    private long first = Long.MIN_VALUE;

    Reporter(ControlAnswer answer) {
      this.answer = answer;
    }

    @Override
    public void accept(RebuildStep step) {
      try {
        switch (step) {
          case RebuildStep.Handling handling -> handling(handling);
          case RebuildStep.Completing completing ->
              answer.progress(completing.projection() + ": all but the newest is in");
          case RebuildStep.Swapped swapped -> swapped(swapped);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void handling(RebuildStep.Handling step) throws IOException {
      if (first == Long.MIN_VALUE) {
        first = step.position();
        if (step.resumed()) {
          answer.line(
              "%s: goes on after %,d events".formatted(step.projection(), step.position() + 1));
        }
      }
      long now = System.nanoTime();
      if (now - last >= BETWEEN_NANOS) {
        last = now;
        answer.progress(
            String.format(
                Locale.ROOT,
                "%s: %,d of %,d events%s",
                step.projection(),
                step.position() + 1,
                step.of() + 1,
                pace(step, now)));
      }
    }

    private String pace(RebuildStep.Handling step, long now) {
      double seconds = (now - began) / 1e9;
      double rate = (step.position() - first) / Math.max(seconds, 0.001);
      return rate < 1
          ? ""
          : String.format(
              Locale.ROOT,
              ", %,.0f a second, %,.0f s to go",
              rate,
              Math.ceil((step.of() - step.position()) / rate));
    }

    private void swapped(RebuildStep.Swapped step) throws IOException {
      double seconds = (System.nanoTime() - began) / 1e9;
      long handled = step.position() - Math.max(first, -1);
      answer.line(
          String.format(
              Locale.ROOT,
              "%s: rebuilt from %,d events in %.1f s (%,.0f a second), the new one serves",
              step.projection(),
              handled,
              seconds,
              handled / Math.max(seconds, 0.001)));
    }
  }
}

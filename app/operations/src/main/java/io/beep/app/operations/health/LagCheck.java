package io.beep.app.operations.health;

import io.beep.app.axon.ProcessorLag;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a projection knows nearly everything that has happened. */
public final class LagCheck implements Check {

  /**
   * Who reads their own write waits two seconds for it at most; projections handle more than this
   * in that time, also at the highest rate at which events come.
   */
  public static final long READY_LAG_EVENTS = 10_000;

  private final Supplier<List<ProcessorLag>> lags;
  private final String processor;

  /**
   * @param lags looks how far each processor is
   * @param processor its name
   */
  public LagCheck(Supplier<List<ProcessorLag>> lags, String processor) {
    this.lags = lags;
    this.processor = processor;
  }

  @Override
  public @Nullable String fault() {
    ProcessorLag lag =
        lags.get().stream()
            .filter(one -> one.processor().equals(processor))
            .findAny()
            .orElseThrow(() -> new IllegalStateException("no processor " + processor));
    if (lag.isWithin(READY_LAG_EVENTS)) {
      return null;
    }
    return lag.running() ? lag.events() + " events behind" : "stands still";
  }
}

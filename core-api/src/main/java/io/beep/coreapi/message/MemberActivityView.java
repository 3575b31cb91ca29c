package io.beep.coreapi.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody wrote.
 *
 * @param messages how many there are, {@link #COUNTED_MOST} at most
 * @param more whether there are more than that
 * @param lastAt when they wrote the latest of those; null for none
 */
public record MemberActivityView(int messages, boolean more, @Nullable Instant lastAt) {

  /** Nobody counts on: from here on it is much. */
  public static final int COUNTED_MOST = 10_000;
}

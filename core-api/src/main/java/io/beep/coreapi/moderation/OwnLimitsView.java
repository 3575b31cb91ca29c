package io.beep.coreapi.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is limited in a server. Who looks after messages only in some channels is told of a
 * limit that does not hold there.
 *
 * @param newUntil when they are new no more; null when nothing limits them
 * @param position the place in the event stream up to which the answer knows everything
 */
public record OwnLimitsView(@Nullable Instant newUntil, long position) {}

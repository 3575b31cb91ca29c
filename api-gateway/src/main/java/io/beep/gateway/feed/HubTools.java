package io.beep.gateway.feed;

import java.time.Clock;

/** By what the hub writes, counts and tells the time. */
record HubTools(FrameWriter writer, FeedCounters counters, Clock clock) {}

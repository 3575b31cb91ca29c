/**
 * Drives a running Beep over HTTP, as browsers do, and measures what people would feel.
 *
 * <p>A message carries in its text the time at which the schedule wanted it sent ({@link Stamp}),
 * so that a stall of Beep, or of this program, shows in the figures instead of hiding in messages
 * that were never sent. A ledger per stream ({@link ListenerLedger}) holds Beep to its promise:
 * every acknowledged message exactly once, in order.
 */
@NullMarked
package io.beep.loadtest;

import org.jspecify.annotations.NullMarked;

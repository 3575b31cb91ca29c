/**
 * What Beep promises while it is being hurt: nothing acknowledged is lost, and the feed is right. A
 * short form belongs to every build; the long one is asked for with {@code -Dbeep.kills=200} and
 * {@code -Dbeep.cuts=5000}. What was random can be repeated with {@code -Dbeep.seed}.
 *
 * <p>A full disk needs root, who may mount a small one, and a clock that jumps needs {@code
 * libfaketime}; where they are not there, the test is skipped and says so.
 */
@org.jspecify.annotations.NullMarked
package io.beep.acceptance.endurance;

/**
 * The end of a deleted channel: {@link io.beep.saga.channel.ChannelDeletionProcess} notes which are
 * to go and when, {@link io.beep.saga.channel.ChannelDeletions} removes what was said in them, a
 * slice at a time.
 *
 * <p>What was noted follows from the events; what decides is the channel's own stream. A note that
 * is behind, or there twice, or lost, costs a refused command or some work that is done again, and
 * nothing else.
 */
@NullMarked
package io.beep.saga.channel;

import org.jspecify.annotations.NullMarked;

/**
 * The end of a server: {@link io.beep.saga.server.ServerDeletionProcess} notes which are to go and
 * when, {@link io.beep.saga.server.ServerDeletions} removes what is due, a slice at a time.
 *
 * <p>What was noted follows from the events; what decides is the server's own stream. A note that
 * is behind, or there twice, or lost, costs a refused command or some work that is done again, and
 * nothing else.
 */
@NullMarked
package io.beep.saga.server;

import org.jspecify.annotations.NullMarked;

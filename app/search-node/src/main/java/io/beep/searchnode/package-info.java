/**
 * One OpenSearch node as a process of its own: its libraries would fight with those of Beep on one
 * class path.
 *
 * <p>Protocol with the process that starts it: the arguments are the home directory and the HTTP
 * port; a line {@code READY <port>} on standard output when it answers; it ends in order when its
 * standard input does, which is also what happens when the parent is killed.
 */
@NullMarked
package io.beep.searchnode;

import org.jspecify.annotations.NullMarked;

/**
 * Processes that cross aggregates. They note in tables of their own what the events ask for, and do
 * it by commands and by what erases; a process that ended goes on where it was. There are the
 * deletion of a server and that of a channel; and the sweep of pictures, which no event asks for. A
 * server with its owner and its channels needs none, as it comes to be in one commit.
 */
@NullMarked
package io.beep.saga;

import org.jspecify.annotations.NullMarked;

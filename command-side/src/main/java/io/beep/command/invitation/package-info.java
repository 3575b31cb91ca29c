/** Links that lead into a server, and how many of them there may be. */
@NullMarked
package io.beep.command.invitation;

import org.jspecify.annotations.NullMarked;

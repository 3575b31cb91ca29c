/** Links that lead into a server. */
@NullMarked
package io.beep.command.invitation;

import org.jspecify.annotations.NullMarked;

/** Links that lead into a server, from outside. */
@NullMarked
package io.beep.acceptance.invitation;

import org.jspecify.annotations.NullMarked;

/** Links that lead into a server. */
@NullMarked
package io.beep.gateway.invitation;

import org.jspecify.annotations.NullMarked;

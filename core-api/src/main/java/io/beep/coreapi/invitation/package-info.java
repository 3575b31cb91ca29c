/** Links that lead into a server: made, used, revoked, and counted per server. */
@NullMarked
package io.beep.coreapi.invitation;

import org.jspecify.annotations.NullMarked;

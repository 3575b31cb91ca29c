/** Why someone may do something or not, and what a change would do to that, over HTTP. */
@NullMarked
package io.beep.gateway.permission;

import org.jspecify.annotations.NullMarked;

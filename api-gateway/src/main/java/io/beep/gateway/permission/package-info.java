/** Why someone may do something or not, over HTTP. */
@NullMarked
package io.beep.gateway.permission;

import org.jspecify.annotations.NullMarked;
